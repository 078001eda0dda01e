import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface OrderDialogProps {
  readonly title: string;
  readonly button: string;
  readonly isOpen: boolean;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

/** Asks before something is ordered. */
export function OrderDialog(props: OrderDialogProps): ReactNode {
  return (
    <Dialog
      open={props.isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) props.onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            <bdi>{props.title}</bdi>
          </DialogTitle>
          <DialogContent>{props.children}</DialogContent>
          <DialogActions fluid>
            <Button onClick={props.onCancel}>Do nothing</Button>
            <Button appearance="primary" disabled={props.isDisabled ?? false} onClick={props.onConfirm}>
              {props.button}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
