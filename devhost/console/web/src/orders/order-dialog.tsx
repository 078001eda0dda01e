import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  title: { overflowWrap: 'anywhere', minWidth: 0 },
  // A field is as wide as the dialog, and no wider than a phone.
  content: { overflowWrap: 'anywhere', '& select, & input, & textarea': { minWidth: 0, width: '100%' } },
});

interface OrderDialogProps {
  /** Names in it are isolated: one could turn the text after it around. */
  readonly title: ReactNode;
  readonly button: string;
  readonly isOpen: boolean;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

/** Asks before something is ordered. */
export function OrderDialog(props: OrderDialogProps): ReactNode {
  const styles = useStyles();
  return (
    <Dialog
      open={props.isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) props.onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.title}>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>{props.children}</DialogContent>
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
