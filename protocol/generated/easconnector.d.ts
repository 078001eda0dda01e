import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace easconnector. */
export namespace easconnector {

    /** Namespace v1. */
    namespace v1 {

        /** AccessLevel enum. */
        enum AccessLevel {

            /** ACCESS_LEVEL_UNSPECIFIED value */
            ACCESS_LEVEL_UNSPECIFIED = 0,

            /** ACCESS_LEVEL_ALLOW value */
            ACCESS_LEVEL_ALLOW = 1,

            /** ACCESS_LEVEL_BLOCK value */
            ACCESS_LEVEL_BLOCK = 2,

            /** ACCESS_LEVEL_QUARANTINE value */
            ACCESS_LEVEL_QUARANTINE = 3
        }

        /** Characteristic enum. */
        enum Characteristic {

            /** CHARACTERISTIC_UNSPECIFIED value */
            CHARACTERISTIC_UNSPECIFIED = 0,

            /** CHARACTERISTIC_DEVICE_TYPE value */
            CHARACTERISTIC_DEVICE_TYPE = 1,

            /** CHARACTERISTIC_DEVICE_MODEL value */
            CHARACTERISTIC_DEVICE_MODEL = 2,

            /** CHARACTERISTIC_DEVICE_OS value */
            CHARACTERISTIC_DEVICE_OS = 3,

            /** CHARACTERISTIC_USER_AGENT value */
            CHARACTERISTIC_USER_AGENT = 4,

            /** CHARACTERISTIC_XMSWL_HEADER value */
            CHARACTERISTIC_XMSWL_HEADER = 5
        }

        /**
         * Properties of a DesiredAccess.
         * @deprecated Use easconnector.v1.DesiredAccess.$Properties instead.
         */
        interface IDesiredAccess extends easconnector.v1.DesiredAccess.$Properties {
        }

        /** Represents a DesiredAccess. */
        class DesiredAccess {

            /**
             * Constructs a new DesiredAccess.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DesiredAccess.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DesiredAccess organization. */
            organization?: (easconnector.v1.DesiredOrganizationSettings.$Properties|null);

            /** DesiredAccess rules. */
            rules?: (easconnector.v1.DesiredRules.$Properties|null);

            /** DesiredAccess preApproveExistingDevices. */
            preApproveExistingDevices: boolean;

            /** DesiredAccess maxDevicesLosingAccess. */
            maxDevicesLosingAccess?: (number|null);

            /**
             * Encodes the specified DesiredAccess message. Does not implicitly {@link easconnector.v1.DesiredAccess.verify|verify} messages.
             * @param message DesiredAccess message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DesiredAccess.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DesiredAccess message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DesiredAccess & easconnector.v1.DesiredAccess.$Shape} DesiredAccess
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DesiredAccess & easconnector.v1.DesiredAccess.$Shape;

            /**
             * Gets the type url for DesiredAccess
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DesiredAccess {

            /** Properties of a DesiredAccess. */
            interface $Properties {

                /** DesiredAccess organization */
                organization?: (easconnector.v1.DesiredOrganizationSettings.$Properties|null);

                /** DesiredAccess rules */
                rules?: (easconnector.v1.DesiredRules.$Properties|null);

                /** DesiredAccess preApproveExistingDevices */
                preApproveExistingDevices?: (boolean|null);

                /** DesiredAccess maxDevicesLosingAccess */
                maxDevicesLosingAccess?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DesiredAccess. */
            type $Shape = easconnector.v1.DesiredAccess.$Properties;
        }

        /**
         * Properties of a DesiredOrganizationSettings.
         * @deprecated Use easconnector.v1.DesiredOrganizationSettings.$Properties instead.
         */
        interface IDesiredOrganizationSettings extends easconnector.v1.DesiredOrganizationSettings.$Properties {
        }

        /** Represents a DesiredOrganizationSettings. */
        class DesiredOrganizationSettings {

            /**
             * Constructs a new DesiredOrganizationSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DesiredOrganizationSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DesiredOrganizationSettings defaultAccessLevel. */
            defaultAccessLevel: easconnector.v1.AccessLevel;

            /** DesiredOrganizationSettings userMailInsert. */
            userMailInsert?: (string|null);

            /** DesiredOrganizationSettings adminMailRecipients. */
            adminMailRecipients?: (easconnector.v1.MailRecipients.$Properties|null);

            /** DesiredOrganizationSettings otaNotificationMailInsert. */
            otaNotificationMailInsert?: (string|null);

            /**
             * Encodes the specified DesiredOrganizationSettings message. Does not implicitly {@link easconnector.v1.DesiredOrganizationSettings.verify|verify} messages.
             * @param message DesiredOrganizationSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DesiredOrganizationSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DesiredOrganizationSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DesiredOrganizationSettings & easconnector.v1.DesiredOrganizationSettings.$Shape} DesiredOrganizationSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DesiredOrganizationSettings & easconnector.v1.DesiredOrganizationSettings.$Shape;

            /**
             * Gets the type url for DesiredOrganizationSettings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DesiredOrganizationSettings {

            /** Properties of a DesiredOrganizationSettings. */
            interface $Properties {

                /** DesiredOrganizationSettings defaultAccessLevel */
                defaultAccessLevel?: (easconnector.v1.AccessLevel|null);

                /** DesiredOrganizationSettings userMailInsert */
                userMailInsert?: (string|null);

                /** DesiredOrganizationSettings adminMailRecipients */
                adminMailRecipients?: (easconnector.v1.MailRecipients.$Properties|null);

                /** DesiredOrganizationSettings otaNotificationMailInsert */
                otaNotificationMailInsert?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DesiredOrganizationSettings. */
            type $Shape = easconnector.v1.DesiredOrganizationSettings.$Properties;
        }

        /**
         * Properties of a MailRecipients.
         * @deprecated Use easconnector.v1.MailRecipients.$Properties instead.
         */
        interface IMailRecipients extends easconnector.v1.MailRecipients.$Properties {
        }

        /** Represents a MailRecipients. */
        class MailRecipients {

            /**
             * Constructs a new MailRecipients.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.MailRecipients.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MailRecipients addresses. */
            addresses: string[];

            /**
             * Encodes the specified MailRecipients message. Does not implicitly {@link easconnector.v1.MailRecipients.verify|verify} messages.
             * @param message MailRecipients message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.MailRecipients.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MailRecipients message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.MailRecipients & easconnector.v1.MailRecipients.$Shape} MailRecipients
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.MailRecipients & easconnector.v1.MailRecipients.$Shape;

            /**
             * Gets the type url for MailRecipients
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MailRecipients {

            /** Properties of a MailRecipients. */
            interface $Properties {

                /** MailRecipients addresses */
                addresses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MailRecipients. */
            type $Shape = easconnector.v1.MailRecipients.$Properties;
        }

        /**
         * Properties of a DesiredRules.
         * @deprecated Use easconnector.v1.DesiredRules.$Properties instead.
         */
        interface IDesiredRules extends easconnector.v1.DesiredRules.$Properties {
        }

        /** Represents a DesiredRules. */
        class DesiredRules {

            /**
             * Constructs a new DesiredRules.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DesiredRules.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DesiredRules rules. */
            rules: easconnector.v1.DesiredRule.$Properties[];

            /** DesiredRules removeOthers. */
            removeOthers: boolean;

            /**
             * Encodes the specified DesiredRules message. Does not implicitly {@link easconnector.v1.DesiredRules.verify|verify} messages.
             * @param message DesiredRules message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DesiredRules.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DesiredRules message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DesiredRules & easconnector.v1.DesiredRules.$Shape} DesiredRules
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DesiredRules & easconnector.v1.DesiredRules.$Shape;

            /**
             * Gets the type url for DesiredRules
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DesiredRules {

            /** Properties of a DesiredRules. */
            interface $Properties {

                /** DesiredRules rules */
                rules?: (easconnector.v1.DesiredRule.$Properties[]|null);

                /** DesiredRules removeOthers */
                removeOthers?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DesiredRules. */
            type $Shape = easconnector.v1.DesiredRules.$Properties;
        }

        /**
         * Properties of a DesiredRule.
         * @deprecated Use easconnector.v1.DesiredRule.$Properties instead.
         */
        interface IDesiredRule extends easconnector.v1.DesiredRule.$Properties {
        }

        /** Represents a DesiredRule. */
        class DesiredRule {

            /**
             * Constructs a new DesiredRule.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DesiredRule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DesiredRule characteristic. */
            characteristic: easconnector.v1.Characteristic;

            /** DesiredRule queryString. */
            queryString: string;

            /** DesiredRule accessLevel. */
            accessLevel: easconnector.v1.AccessLevel;

            /**
             * Encodes the specified DesiredRule message. Does not implicitly {@link easconnector.v1.DesiredRule.verify|verify} messages.
             * @param message DesiredRule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DesiredRule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DesiredRule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DesiredRule & easconnector.v1.DesiredRule.$Shape} DesiredRule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DesiredRule & easconnector.v1.DesiredRule.$Shape;

            /**
             * Gets the type url for DesiredRule
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DesiredRule {

            /** Properties of a DesiredRule. */
            interface $Properties {

                /** DesiredRule characteristic */
                characteristic?: (easconnector.v1.Characteristic|null);

                /** DesiredRule queryString */
                queryString?: (string|null);

                /** DesiredRule accessLevel */
                accessLevel?: (easconnector.v1.AccessLevel|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DesiredRule. */
            type $Shape = easconnector.v1.DesiredRule.$Properties;
        }

        /**
         * Properties of an AccessImpact.
         * @deprecated Use easconnector.v1.AccessImpact.$Properties instead.
         */
        interface IAccessImpact extends easconnector.v1.AccessImpact.$Properties {
        }

        /** Represents an AccessImpact. */
        class AccessImpact {

            /**
             * Constructs a new AccessImpact.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.AccessImpact.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccessImpact partnerships. */
            partnerships: number;

            /** AccessImpact losing. */
            losing: number;

            /** AccessImpact mailboxesLosing. */
            mailboxesLosing: number;

            /** AccessImpact gaining. */
            gaining: number;

            /** AccessImpact mailboxesGaining. */
            mailboxesGaining: number;

            /** AccessImpact undecided. */
            undecided: number;

            /** AccessImpact examplesLosing. */
            examplesLosing: string[];

            /** AccessImpact examplesGaining. */
            examplesGaining: string[];

            /** AccessImpact atRisk. */
            atRisk: number;

            /** AccessImpact preApproved. */
            preApproved: number;

            /** AccessImpact mailboxesPreApproved. */
            mailboxesPreApproved: number;

            /** AccessImpact examplesAtRisk. */
            examplesAtRisk: string[];

            /**
             * Encodes the specified AccessImpact message. Does not implicitly {@link easconnector.v1.AccessImpact.verify|verify} messages.
             * @param message AccessImpact message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.AccessImpact.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccessImpact message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.AccessImpact & easconnector.v1.AccessImpact.$Shape} AccessImpact
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.AccessImpact & easconnector.v1.AccessImpact.$Shape;

            /**
             * Gets the type url for AccessImpact
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AccessImpact {

            /** Properties of an AccessImpact. */
            interface $Properties {

                /** AccessImpact partnerships */
                partnerships?: (number|null);

                /** AccessImpact losing */
                losing?: (number|null);

                /** AccessImpact mailboxesLosing */
                mailboxesLosing?: (number|null);

                /** AccessImpact gaining */
                gaining?: (number|null);

                /** AccessImpact mailboxesGaining */
                mailboxesGaining?: (number|null);

                /** AccessImpact undecided */
                undecided?: (number|null);

                /** AccessImpact examplesLosing */
                examplesLosing?: (string[]|null);

                /** AccessImpact examplesGaining */
                examplesGaining?: (string[]|null);

                /** AccessImpact atRisk */
                atRisk?: (number|null);

                /** AccessImpact preApproved */
                preApproved?: (number|null);

                /** AccessImpact mailboxesPreApproved */
                mailboxesPreApproved?: (number|null);

                /** AccessImpact examplesAtRisk */
                examplesAtRisk?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccessImpact. */
            type $Shape = easconnector.v1.AccessImpact.$Properties;
        }

        /**
         * Properties of an Action.
         * @deprecated Use easconnector.v1.Action.$Properties instead.
         */
        interface IAction extends easconnector.v1.Action.$Properties {
        }

        /** Represents an Action. */
        class Action {

            /**
             * Constructs a new Action.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Action.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Action id. */
            id: string;

            /** Action orderedAt. */
            orderedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** Action expiresAt. */
            expiresAt?: (google.protobuf.Timestamp.$Properties|null);

            /** Action orderedBy. */
            orderedBy: string;

            /** Action wipe. */
            wipe?: (easconnector.v1.Wipe.$Properties|null);

            /** Action cancelWipe. */
            cancelWipe?: (easconnector.v1.CancelWipe.$Properties|null);

            /** Action allowDevice. */
            allowDevice?: (easconnector.v1.AllowDevice.$Properties|null);

            /** Action blockDevice. */
            blockDevice?: (easconnector.v1.BlockDevice.$Properties|null);

            /** Action removePartnership. */
            removePartnership?: (easconnector.v1.RemovePartnership.$Properties|null);

            /** Action assignPolicy. */
            assignPolicy?: (easconnector.v1.AssignPolicy.$Properties|null);

            /** Action refreshStatus. */
            refreshStatus?: (easconnector.v1.RefreshStatus.$Properties|null);

            /** Action kind. */
            kind?: ("wipe"|"cancelWipe"|"allowDevice"|"blockDevice"|"removePartnership"|"assignPolicy"|"refreshStatus");

            /**
             * Encodes the specified Action message. Does not implicitly {@link easconnector.v1.Action.verify|verify} messages.
             * @param message Action message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Action.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Action message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Action & easconnector.v1.Action.$Shape} Action
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Action & easconnector.v1.Action.$Shape;

            /**
             * Gets the type url for Action
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Action {

            /** Properties of an Action. */
            interface $Properties {

                /** Action id */
                id?: (string|null);

                /** Action orderedAt */
                orderedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Action expiresAt */
                expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Action orderedBy */
                orderedBy?: (string|null);

                /** Action wipe */
                wipe?: (easconnector.v1.Wipe.$Properties|null);

                /** Action cancelWipe */
                cancelWipe?: (easconnector.v1.CancelWipe.$Properties|null);

                /** Action allowDevice */
                allowDevice?: (easconnector.v1.AllowDevice.$Properties|null);

                /** Action blockDevice */
                blockDevice?: (easconnector.v1.BlockDevice.$Properties|null);

                /** Action removePartnership */
                removePartnership?: (easconnector.v1.RemovePartnership.$Properties|null);

                /** Action assignPolicy */
                assignPolicy?: (easconnector.v1.AssignPolicy.$Properties|null);

                /** Action refreshStatus */
                refreshStatus?: (easconnector.v1.RefreshStatus.$Properties|null);

                /** Action kind */
                kind?: ("wipe"|"cancelWipe"|"allowDevice"|"blockDevice"|"removePartnership"|"assignPolicy"|"refreshStatus");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Action. */
            type $Shape = {
              id?: string|null;
              orderedAt?: google.protobuf.Timestamp.$Shape|null;
              expiresAt?: google.protobuf.Timestamp.$Shape|null;
              orderedBy?: string|null;
              wipe?: easconnector.v1.Wipe.$Shape|null;
              cancelWipe?: easconnector.v1.CancelWipe.$Shape|null;
              allowDevice?: easconnector.v1.AllowDevice.$Shape|null;
              blockDevice?: easconnector.v1.BlockDevice.$Shape|null;
              removePartnership?: easconnector.v1.RemovePartnership.$Shape|null;
              assignPolicy?: easconnector.v1.AssignPolicy.$Shape|null;
              refreshStatus?: easconnector.v1.RefreshStatus.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; wipe?: null; cancelWipe?: null; allowDevice?: null; blockDevice?: null; removePartnership?: null; assignPolicy?: null; refreshStatus?: null }|{ kind?: "wipe"; wipe: easconnector.v1.Wipe.$Shape; cancelWipe?: null; allowDevice?: null; blockDevice?: null; removePartnership?: null; assignPolicy?: null; refreshStatus?: null }|{ kind?: "cancelWipe"; wipe?: null; cancelWipe: easconnector.v1.CancelWipe.$Shape; allowDevice?: null; blockDevice?: null; removePartnership?: null; assignPolicy?: null; refreshStatus?: null }|{ kind?: "allowDevice"; wipe?: null; cancelWipe?: null; allowDevice: easconnector.v1.AllowDevice.$Shape; blockDevice?: null; removePartnership?: null; assignPolicy?: null; refreshStatus?: null }|{ kind?: "blockDevice"; wipe?: null; cancelWipe?: null; allowDevice?: null; blockDevice: easconnector.v1.BlockDevice.$Shape; removePartnership?: null; assignPolicy?: null; refreshStatus?: null }|{ kind?: "removePartnership"; wipe?: null; cancelWipe?: null; allowDevice?: null; blockDevice?: null; removePartnership: easconnector.v1.RemovePartnership.$Shape; assignPolicy?: null; refreshStatus?: null }|{ kind?: "assignPolicy"; wipe?: null; cancelWipe?: null; allowDevice?: null; blockDevice?: null; removePartnership?: null; assignPolicy: easconnector.v1.AssignPolicy.$Shape; refreshStatus?: null }|{ kind?: "refreshStatus"; wipe?: null; cancelWipe?: null; allowDevice?: null; blockDevice?: null; removePartnership?: null; assignPolicy?: null; refreshStatus: easconnector.v1.RefreshStatus.$Shape })
            );
        }

        /**
         * Properties of a PartnershipRef.
         * @deprecated Use easconnector.v1.PartnershipRef.$Properties instead.
         */
        interface IPartnershipRef extends easconnector.v1.PartnershipRef.$Properties {
        }

        /** Represents a PartnershipRef. */
        class PartnershipRef {

            /**
             * Constructs a new PartnershipRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.PartnershipRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PartnershipRef guid. */
            guid: string;

            /** PartnershipRef firstSyncTime. */
            firstSyncTime?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Encodes the specified PartnershipRef message. Does not implicitly {@link easconnector.v1.PartnershipRef.verify|verify} messages.
             * @param message PartnershipRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.PartnershipRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PartnershipRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.PartnershipRef & easconnector.v1.PartnershipRef.$Shape} PartnershipRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.PartnershipRef & easconnector.v1.PartnershipRef.$Shape;

            /**
             * Gets the type url for PartnershipRef
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PartnershipRef {

            /** Properties of a PartnershipRef. */
            interface $Properties {

                /** PartnershipRef guid */
                guid?: (string|null);

                /** PartnershipRef firstSyncTime */
                firstSyncTime?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PartnershipRef. */
            type $Shape = easconnector.v1.PartnershipRef.$Properties;
        }

        /**
         * Properties of a Wipe.
         * @deprecated Use easconnector.v1.Wipe.$Properties instead.
         */
        interface IWipe extends easconnector.v1.Wipe.$Properties {
        }

        /** Represents a Wipe. */
        class Wipe {

            /**
             * Constructs a new Wipe.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Wipe.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Wipe partnership. */
            partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

            /** Wipe kind. */
            kind: easconnector.v1.WipeKind;

            /** Wipe notificationEmailAddresses. */
            notificationEmailAddresses: string[];

            /** Wipe standingOrderEnd. */
            standingOrderEnd: easconnector.v1.StandingOrderEnd;

            /** Wipe blockAfterwards. */
            blockAfterwards: boolean;

            /**
             * Encodes the specified Wipe message. Does not implicitly {@link easconnector.v1.Wipe.verify|verify} messages.
             * @param message Wipe message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Wipe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Wipe message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Wipe & easconnector.v1.Wipe.$Shape} Wipe
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Wipe & easconnector.v1.Wipe.$Shape;

            /**
             * Gets the type url for Wipe
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Wipe {

            /** Properties of a Wipe. */
            interface $Properties {

                /** Wipe partnership */
                partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

                /** Wipe kind */
                kind?: (easconnector.v1.WipeKind|null);

                /** Wipe notificationEmailAddresses */
                notificationEmailAddresses?: (string[]|null);

                /** Wipe standingOrderEnd */
                standingOrderEnd?: (easconnector.v1.StandingOrderEnd|null);

                /** Wipe blockAfterwards */
                blockAfterwards?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Wipe. */
            type $Shape = easconnector.v1.Wipe.$Properties;
        }

        /** WipeKind enum. */
        enum WipeKind {

            /** WIPE_KIND_UNSPECIFIED value */
            WIPE_KIND_UNSPECIFIED = 0,

            /** WIPE_KIND_WHOLE_DEVICE value */
            WIPE_KIND_WHOLE_DEVICE = 1,

            /** WIPE_KIND_ACCOUNT_ONLY value */
            WIPE_KIND_ACCOUNT_ONLY = 2
        }

        /** StandingOrderEnd enum. */
        enum StandingOrderEnd {

            /** STANDING_ORDER_END_UNSPECIFIED value */
            STANDING_ORDER_END_UNSPECIFIED = 0,

            /** STANDING_ORDER_END_REMOVE_PARTNERSHIP value */
            STANDING_ORDER_END_REMOVE_PARTNERSHIP = 1,

            /** STANDING_ORDER_END_CANCEL_WIPE value */
            STANDING_ORDER_END_CANCEL_WIPE = 2,

            /** STANDING_ORDER_END_KEEP value */
            STANDING_ORDER_END_KEEP = 3
        }

        /**
         * Properties of a CancelWipe.
         * @deprecated Use easconnector.v1.CancelWipe.$Properties instead.
         */
        interface ICancelWipe extends easconnector.v1.CancelWipe.$Properties {
        }

        /** Represents a CancelWipe. */
        class CancelWipe {

            /**
             * Constructs a new CancelWipe.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.CancelWipe.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelWipe partnership. */
            partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

            /**
             * Encodes the specified CancelWipe message. Does not implicitly {@link easconnector.v1.CancelWipe.verify|verify} messages.
             * @param message CancelWipe message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.CancelWipe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelWipe message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.CancelWipe & easconnector.v1.CancelWipe.$Shape} CancelWipe
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.CancelWipe & easconnector.v1.CancelWipe.$Shape;

            /**
             * Gets the type url for CancelWipe
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CancelWipe {

            /** Properties of a CancelWipe. */
            interface $Properties {

                /** CancelWipe partnership */
                partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelWipe. */
            type $Shape = easconnector.v1.CancelWipe.$Properties;
        }

        /**
         * Properties of a DeviceOfMailbox.
         * @deprecated Use easconnector.v1.DeviceOfMailbox.$Properties instead.
         */
        interface IDeviceOfMailbox extends easconnector.v1.DeviceOfMailbox.$Properties {
        }

        /** Represents a DeviceOfMailbox. */
        class DeviceOfMailbox {

            /**
             * Constructs a new DeviceOfMailbox.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DeviceOfMailbox.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceOfMailbox mailbox. */
            mailbox: string;

            /** DeviceOfMailbox deviceId. */
            deviceId: string;

            /**
             * Encodes the specified DeviceOfMailbox message. Does not implicitly {@link easconnector.v1.DeviceOfMailbox.verify|verify} messages.
             * @param message DeviceOfMailbox message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DeviceOfMailbox.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceOfMailbox message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DeviceOfMailbox & easconnector.v1.DeviceOfMailbox.$Shape} DeviceOfMailbox
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DeviceOfMailbox & easconnector.v1.DeviceOfMailbox.$Shape;

            /**
             * Gets the type url for DeviceOfMailbox
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceOfMailbox {

            /** Properties of a DeviceOfMailbox. */
            interface $Properties {

                /** DeviceOfMailbox mailbox */
                mailbox?: (string|null);

                /** DeviceOfMailbox deviceId */
                deviceId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceOfMailbox. */
            type $Shape = easconnector.v1.DeviceOfMailbox.$Properties;
        }

        /**
         * Properties of an AllowDevice.
         * @deprecated Use easconnector.v1.AllowDevice.$Properties instead.
         */
        interface IAllowDevice extends easconnector.v1.AllowDevice.$Properties {
        }

        /** Represents an AllowDevice. */
        class AllowDevice {

            /**
             * Constructs a new AllowDevice.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.AllowDevice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AllowDevice device. */
            device?: (easconnector.v1.DeviceOfMailbox.$Properties|null);

            /**
             * Encodes the specified AllowDevice message. Does not implicitly {@link easconnector.v1.AllowDevice.verify|verify} messages.
             * @param message AllowDevice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.AllowDevice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AllowDevice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.AllowDevice & easconnector.v1.AllowDevice.$Shape} AllowDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.AllowDevice & easconnector.v1.AllowDevice.$Shape;

            /**
             * Gets the type url for AllowDevice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AllowDevice {

            /** Properties of an AllowDevice. */
            interface $Properties {

                /** AllowDevice device */
                device?: (easconnector.v1.DeviceOfMailbox.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AllowDevice. */
            type $Shape = easconnector.v1.AllowDevice.$Properties;
        }

        /**
         * Properties of a BlockDevice.
         * @deprecated Use easconnector.v1.BlockDevice.$Properties instead.
         */
        interface IBlockDevice extends easconnector.v1.BlockDevice.$Properties {
        }

        /** Represents a BlockDevice. */
        class BlockDevice {

            /**
             * Constructs a new BlockDevice.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.BlockDevice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BlockDevice device. */
            device?: (easconnector.v1.DeviceOfMailbox.$Properties|null);

            /**
             * Encodes the specified BlockDevice message. Does not implicitly {@link easconnector.v1.BlockDevice.verify|verify} messages.
             * @param message BlockDevice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.BlockDevice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BlockDevice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.BlockDevice & easconnector.v1.BlockDevice.$Shape} BlockDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.BlockDevice & easconnector.v1.BlockDevice.$Shape;

            /**
             * Gets the type url for BlockDevice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BlockDevice {

            /** Properties of a BlockDevice. */
            interface $Properties {

                /** BlockDevice device */
                device?: (easconnector.v1.DeviceOfMailbox.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BlockDevice. */
            type $Shape = easconnector.v1.BlockDevice.$Properties;
        }

        /**
         * Properties of a RemovePartnership.
         * @deprecated Use easconnector.v1.RemovePartnership.$Properties instead.
         */
        interface IRemovePartnership extends easconnector.v1.RemovePartnership.$Properties {
        }

        /** Represents a RemovePartnership. */
        class RemovePartnership {

            /**
             * Constructs a new RemovePartnership.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.RemovePartnership.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemovePartnership partnership. */
            partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

            /** RemovePartnership clearBlockedList. */
            clearBlockedList: boolean;

            /** RemovePartnership evenIfWipeUnfinished. */
            evenIfWipeUnfinished: boolean;

            /**
             * Encodes the specified RemovePartnership message. Does not implicitly {@link easconnector.v1.RemovePartnership.verify|verify} messages.
             * @param message RemovePartnership message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.RemovePartnership.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemovePartnership message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.RemovePartnership & easconnector.v1.RemovePartnership.$Shape} RemovePartnership
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.RemovePartnership & easconnector.v1.RemovePartnership.$Shape;

            /**
             * Gets the type url for RemovePartnership
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RemovePartnership {

            /** Properties of a RemovePartnership. */
            interface $Properties {

                /** RemovePartnership partnership */
                partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

                /** RemovePartnership clearBlockedList */
                clearBlockedList?: (boolean|null);

                /** RemovePartnership evenIfWipeUnfinished */
                evenIfWipeUnfinished?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemovePartnership. */
            type $Shape = easconnector.v1.RemovePartnership.$Properties;
        }

        /**
         * Properties of an AssignPolicy.
         * @deprecated Use easconnector.v1.AssignPolicy.$Properties instead.
         */
        interface IAssignPolicy extends easconnector.v1.AssignPolicy.$Properties {
        }

        /** Represents an AssignPolicy. */
        class AssignPolicy {

            /**
             * Constructs a new AssignPolicy.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.AssignPolicy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AssignPolicy policy. */
            policy: string;

            /** AssignPolicy mailboxes. */
            mailboxes: string[];

            /** AssignPolicy groups. */
            groups: string[];

            /** AssignPolicy organizationalUnits. */
            organizationalUnits: string[];

            /**
             * Encodes the specified AssignPolicy message. Does not implicitly {@link easconnector.v1.AssignPolicy.verify|verify} messages.
             * @param message AssignPolicy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.AssignPolicy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AssignPolicy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.AssignPolicy & easconnector.v1.AssignPolicy.$Shape} AssignPolicy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.AssignPolicy & easconnector.v1.AssignPolicy.$Shape;

            /**
             * Gets the type url for AssignPolicy
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AssignPolicy {

            /** Properties of an AssignPolicy. */
            interface $Properties {

                /** AssignPolicy policy */
                policy?: (string|null);

                /** AssignPolicy mailboxes */
                mailboxes?: (string[]|null);

                /** AssignPolicy groups */
                groups?: (string[]|null);

                /** AssignPolicy organizationalUnits */
                organizationalUnits?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AssignPolicy. */
            type $Shape = easconnector.v1.AssignPolicy.$Properties;
        }

        /**
         * Properties of a RefreshStatus.
         * @deprecated Use easconnector.v1.RefreshStatus.$Properties instead.
         */
        interface IRefreshStatus extends easconnector.v1.RefreshStatus.$Properties {
        }

        /** Represents a RefreshStatus. */
        class RefreshStatus {

            /**
             * Constructs a new RefreshStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.RefreshStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefreshStatus partnershipGuids. */
            partnershipGuids: string[];

            /** RefreshStatus mailboxes. */
            mailboxes: string[];

            /**
             * Encodes the specified RefreshStatus message. Does not implicitly {@link easconnector.v1.RefreshStatus.verify|verify} messages.
             * @param message RefreshStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.RefreshStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefreshStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.RefreshStatus & easconnector.v1.RefreshStatus.$Shape} RefreshStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.RefreshStatus & easconnector.v1.RefreshStatus.$Shape;

            /**
             * Gets the type url for RefreshStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RefreshStatus {

            /** Properties of a RefreshStatus. */
            interface $Properties {

                /** RefreshStatus partnershipGuids */
                partnershipGuids?: (string[]|null);

                /** RefreshStatus mailboxes */
                mailboxes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefreshStatus. */
            type $Shape = easconnector.v1.RefreshStatus.$Properties;
        }

        /**
         * Properties of an Approval.
         * @deprecated Use easconnector.v1.Approval.$Properties instead.
         */
        interface IApproval extends easconnector.v1.Approval.$Properties {
        }

        /** Represents an Approval. */
        class Approval {

            /**
             * Constructs a new Approval.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Approval.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Approval actionId. */
            actionId: string;

            /** Approval planHash. */
            planHash: string;

            /** Approval approvedBy. */
            approvedBy: string;

            /** Approval approvedAt. */
            approvedAt?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Encodes the specified Approval message. Does not implicitly {@link easconnector.v1.Approval.verify|verify} messages.
             * @param message Approval message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Approval.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Approval message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Approval & easconnector.v1.Approval.$Shape} Approval
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Approval & easconnector.v1.Approval.$Shape;

            /**
             * Gets the type url for Approval
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Approval {

            /** Properties of an Approval. */
            interface $Properties {

                /** Approval actionId */
                actionId?: (string|null);

                /** Approval planHash */
                planHash?: (string|null);

                /** Approval approvedBy */
                approvedBy?: (string|null);

                /** Approval approvedAt */
                approvedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Approval. */
            type $Shape = easconnector.v1.Approval.$Properties;
        }

        /** ActionState enum. */
        enum ActionState {

            /** ACTION_STATE_UNSPECIFIED value */
            ACTION_STATE_UNSPECIFIED = 0,

            /** ACTION_STATE_SUCCEEDED value */
            ACTION_STATE_SUCCEEDED = 1,

            /** ACTION_STATE_NOTHING_TO_DO value */
            ACTION_STATE_NOTHING_TO_DO = 2,

            /** ACTION_STATE_PENDING value */
            ACTION_STATE_PENDING = 3,

            /** ACTION_STATE_APPLIED_UNCONFIRMED value */
            ACTION_STATE_APPLIED_UNCONFIRMED = 4,

            /** ACTION_STATE_AWAITING_APPROVAL value */
            ACTION_STATE_AWAITING_APPROVAL = 5,

            /** ACTION_STATE_WAITING value */
            ACTION_STATE_WAITING = 6,

            /** ACTION_STATE_REFUSED value */
            ACTION_STATE_REFUSED = 7,

            /** ACTION_STATE_SUPERSEDED value */
            ACTION_STATE_SUPERSEDED = 8,

            /** ACTION_STATE_EXPIRED value */
            ACTION_STATE_EXPIRED = 9,

            /** ACTION_STATE_CANCELLED value */
            ACTION_STATE_CANCELLED = 10,

            /** ACTION_STATE_FAILED value */
            ACTION_STATE_FAILED = 11,

            /** ACTION_STATE_NOT_IN_THIS_ORGANIZATION value */
            ACTION_STATE_NOT_IN_THIS_ORGANIZATION = 12,

            /** ACTION_STATE_WOULD_BE_DONE value */
            ACTION_STATE_WOULD_BE_DONE = 13
        }

        /**
         * Properties of an ActionOutcome.
         * @deprecated Use easconnector.v1.ActionOutcome.$Properties instead.
         */
        interface IActionOutcome extends easconnector.v1.ActionOutcome.$Properties {
        }

        /** Represents an ActionOutcome. */
        class ActionOutcome {

            /**
             * Constructs a new ActionOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ActionOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ActionOutcome actionId. */
            actionId: string;

            /** ActionOutcome state. */
            state: easconnector.v1.ActionState;

            /** ActionOutcome summary. */
            summary: string;

            /** ActionOutcome problems. */
            problems: easconnector.v1.Problem.$Properties[];

            /** ActionOutcome isFinal. */
            isFinal: boolean;

            /** ActionOutcome steps. */
            steps: string[];

            /** ActionOutcome planHash. */
            planHash: string;

            /** ActionOutcome wipe. */
            wipe?: (easconnector.v1.WipeStatus.$Properties|null);

            /** ActionOutcome attempts. */
            attempts: easconnector.v1.Attempt.$Properties[];

            /** ActionOutcome mailboxes. */
            mailboxes: easconnector.v1.MailboxOutcome.$Properties[];

            /** ActionOutcome at. */
            at?: (google.protobuf.Timestamp.$Properties|null);

            /** ActionOutcome nextAttemptAt. */
            nextAttemptAt?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Encodes the specified ActionOutcome message. Does not implicitly {@link easconnector.v1.ActionOutcome.verify|verify} messages.
             * @param message ActionOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ActionOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ActionOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ActionOutcome & easconnector.v1.ActionOutcome.$Shape} ActionOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ActionOutcome & easconnector.v1.ActionOutcome.$Shape;

            /**
             * Gets the type url for ActionOutcome
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ActionOutcome {

            /** Properties of an ActionOutcome. */
            interface $Properties {

                /** ActionOutcome actionId */
                actionId?: (string|null);

                /** ActionOutcome state */
                state?: (easconnector.v1.ActionState|null);

                /** ActionOutcome summary */
                summary?: (string|null);

                /** ActionOutcome problems */
                problems?: (easconnector.v1.Problem.$Properties[]|null);

                /** ActionOutcome isFinal */
                isFinal?: (boolean|null);

                /** ActionOutcome steps */
                steps?: (string[]|null);

                /** ActionOutcome planHash */
                planHash?: (string|null);

                /** ActionOutcome wipe */
                wipe?: (easconnector.v1.WipeStatus.$Properties|null);

                /** ActionOutcome attempts */
                attempts?: (easconnector.v1.Attempt.$Properties[]|null);

                /** ActionOutcome mailboxes */
                mailboxes?: (easconnector.v1.MailboxOutcome.$Properties[]|null);

                /** ActionOutcome at */
                at?: (google.protobuf.Timestamp.$Properties|null);

                /** ActionOutcome nextAttemptAt */
                nextAttemptAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ActionOutcome. */
            type $Shape = easconnector.v1.ActionOutcome.$Properties;
        }

        /**
         * Properties of an Attempt.
         * @deprecated Use easconnector.v1.Attempt.$Properties instead.
         */
        interface IAttempt extends easconnector.v1.Attempt.$Properties {
        }

        /** Represents an Attempt. */
        class Attempt {

            /**
             * Constructs a new Attempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Attempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Attempt at. */
            at?: (google.protobuf.Timestamp.$Properties|null);

            /** Attempt problem. */
            problem?: (easconnector.v1.Problem.$Properties|null);

            /**
             * Encodes the specified Attempt message. Does not implicitly {@link easconnector.v1.Attempt.verify|verify} messages.
             * @param message Attempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Attempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Attempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Attempt & easconnector.v1.Attempt.$Shape} Attempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Attempt & easconnector.v1.Attempt.$Shape;

            /**
             * Gets the type url for Attempt
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Attempt {

            /** Properties of an Attempt. */
            interface $Properties {

                /** Attempt at */
                at?: (google.protobuf.Timestamp.$Properties|null);

                /** Attempt problem */
                problem?: (easconnector.v1.Problem.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Attempt. */
            type $Shape = easconnector.v1.Attempt.$Properties;
        }

        /**
         * Properties of a MailboxOutcome.
         * @deprecated Use easconnector.v1.MailboxOutcome.$Properties instead.
         */
        interface IMailboxOutcome extends easconnector.v1.MailboxOutcome.$Properties {
        }

        /** Represents a MailboxOutcome. */
        class MailboxOutcome {

            /**
             * Constructs a new MailboxOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.MailboxOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MailboxOutcome mailboxGuid. */
            mailboxGuid: string;

            /** MailboxOutcome mailbox. */
            mailbox: string;

            /** MailboxOutcome state. */
            state: easconnector.v1.ActionState;

            /** MailboxOutcome problems. */
            problems: easconnector.v1.Problem.$Properties[];

            /**
             * Encodes the specified MailboxOutcome message. Does not implicitly {@link easconnector.v1.MailboxOutcome.verify|verify} messages.
             * @param message MailboxOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.MailboxOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MailboxOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.MailboxOutcome & easconnector.v1.MailboxOutcome.$Shape} MailboxOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.MailboxOutcome & easconnector.v1.MailboxOutcome.$Shape;

            /**
             * Gets the type url for MailboxOutcome
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MailboxOutcome {

            /** Properties of a MailboxOutcome. */
            interface $Properties {

                /** MailboxOutcome mailboxGuid */
                mailboxGuid?: (string|null);

                /** MailboxOutcome mailbox */
                mailbox?: (string|null);

                /** MailboxOutcome state */
                state?: (easconnector.v1.ActionState|null);

                /** MailboxOutcome problems */
                problems?: (easconnector.v1.Problem.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MailboxOutcome. */
            type $Shape = easconnector.v1.MailboxOutcome.$Properties;
        }

        /**
         * Properties of a WipeStatus.
         * @deprecated Use easconnector.v1.WipeStatus.$Properties instead.
         */
        interface IWipeStatus extends easconnector.v1.WipeStatus.$Properties {
        }

        /** Represents a WipeStatus. */
        class WipeStatus {

            /**
             * Constructs a new WipeStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.WipeStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WipeStatus phase. */
            phase: easconnector.v1.WipePhase;

            /** WipeStatus kind. */
            kind: easconnector.v1.WipeKind;

            /** WipeStatus effect. */
            effect: easconnector.v1.WipeEffect;

            /** WipeStatus requestedAt. */
            requestedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** WipeStatus sentAt. */
            sentAt?: (google.protobuf.Timestamp.$Properties|null);

            /** WipeStatus acknowledgedAt. */
            acknowledgedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** WipeStatus endedAt. */
            endedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** WipeStatus lastSyncAttemptAt. */
            lastSyncAttemptAt?: (google.protobuf.Timestamp.$Properties|null);

            /** WipeStatus known. */
            known: string;

            /** WipeStatus partnership. */
            partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

            /**
             * Encodes the specified WipeStatus message. Does not implicitly {@link easconnector.v1.WipeStatus.verify|verify} messages.
             * @param message WipeStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.WipeStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WipeStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.WipeStatus & easconnector.v1.WipeStatus.$Shape} WipeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.WipeStatus & easconnector.v1.WipeStatus.$Shape;

            /**
             * Gets the type url for WipeStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WipeStatus {

            /** Properties of a WipeStatus. */
            interface $Properties {

                /** WipeStatus phase */
                phase?: (easconnector.v1.WipePhase|null);

                /** WipeStatus kind */
                kind?: (easconnector.v1.WipeKind|null);

                /** WipeStatus effect */
                effect?: (easconnector.v1.WipeEffect|null);

                /** WipeStatus requestedAt */
                requestedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** WipeStatus sentAt */
                sentAt?: (google.protobuf.Timestamp.$Properties|null);

                /** WipeStatus acknowledgedAt */
                acknowledgedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** WipeStatus endedAt */
                endedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** WipeStatus lastSyncAttemptAt */
                lastSyncAttemptAt?: (google.protobuf.Timestamp.$Properties|null);

                /** WipeStatus known */
                known?: (string|null);

                /** WipeStatus partnership */
                partnership?: (easconnector.v1.PartnershipRef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WipeStatus. */
            type $Shape = easconnector.v1.WipeStatus.$Properties;
        }

        /** WipePhase enum. */
        enum WipePhase {

            /** WIPE_PHASE_UNSPECIFIED value */
            WIPE_PHASE_UNSPECIFIED = 0,

            /** WIPE_PHASE_REQUESTED value */
            WIPE_PHASE_REQUESTED = 1,

            /** WIPE_PHASE_ISSUED value */
            WIPE_PHASE_ISSUED = 2,

            /** WIPE_PHASE_PENDING value */
            WIPE_PHASE_PENDING = 3,

            /** WIPE_PHASE_SENT value */
            WIPE_PHASE_SENT = 4,

            /** WIPE_PHASE_ACKNOWLEDGED value */
            WIPE_PHASE_ACKNOWLEDGED = 5,

            /** WIPE_PHASE_STANDING_ORDER_ENDED value */
            WIPE_PHASE_STANDING_ORDER_ENDED = 6,

            /** WIPE_PHASE_CANCELLED value */
            WIPE_PHASE_CANCELLED = 7,

            /** WIPE_PHASE_SUPERSEDED value */
            WIPE_PHASE_SUPERSEDED = 8,

            /** WIPE_PHASE_EXPIRED value */
            WIPE_PHASE_EXPIRED = 9
        }

        /** WipeEffect enum. */
        enum WipeEffect {

            /** WIPE_EFFECT_UNSPECIFIED value */
            WIPE_EFFECT_UNSPECIFIED = 0,

            /** WIPE_EFFECT_WHOLE_DEVICE value */
            WIPE_EFFECT_WHOLE_DEVICE = 1,

            /** WIPE_EFFECT_ACCOUNT value */
            WIPE_EFFECT_ACCOUNT = 2,

            /** WIPE_EFFECT_APP_DATA value */
            WIPE_EFFECT_APP_DATA = 3
        }

        /** Severity enum. */
        enum Severity {

            /** SEVERITY_UNSPECIFIED value */
            SEVERITY_UNSPECIFIED = 0,

            /** SEVERITY_INFO value */
            SEVERITY_INFO = 1,

            /** SEVERITY_WARNING value */
            SEVERITY_WARNING = 2,

            /** SEVERITY_ERROR value */
            SEVERITY_ERROR = 3
        }

        /**
         * Properties of a Problem.
         * @deprecated Use easconnector.v1.Problem.$Properties instead.
         */
        interface IProblem extends easconnector.v1.Problem.$Properties {
        }

        /** Represents a Problem. */
        class Problem {

            /**
             * Constructs a new Problem.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Problem.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Problem severity. */
            severity: easconnector.v1.Severity;

            /** Problem code. */
            code: string;

            /** Problem path. */
            path: string;

            /** Problem summary. */
            summary: string;

            /** Problem detail. */
            detail: string;

            /**
             * Encodes the specified Problem message. Does not implicitly {@link easconnector.v1.Problem.verify|verify} messages.
             * @param message Problem message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Problem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Problem message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Problem & easconnector.v1.Problem.$Shape} Problem
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Problem & easconnector.v1.Problem.$Shape;

            /**
             * Gets the type url for Problem
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Problem {

            /** Properties of a Problem. */
            interface $Properties {

                /** Problem severity */
                severity?: (easconnector.v1.Severity|null);

                /** Problem code */
                code?: (string|null);

                /** Problem path */
                path?: (string|null);

                /** Problem summary */
                summary?: (string|null);

                /** Problem detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Problem. */
            type $Shape = easconnector.v1.Problem.$Properties;
        }

        /** RunOutcome enum. */
        enum RunOutcome {

            /** RUN_OUTCOME_UNSPECIFIED value */
            RUN_OUTCOME_UNSPECIFIED = 0,

            /** RUN_OUTCOME_SUCCEEDED value */
            RUN_OUTCOME_SUCCEEDED = 1,

            /** RUN_OUTCOME_PARTIAL value */
            RUN_OUTCOME_PARTIAL = 2,

            /** RUN_OUTCOME_FAILED value */
            RUN_OUTCOME_FAILED = 3,

            /** RUN_OUTCOME_CANCELLED value */
            RUN_OUTCOME_CANCELLED = 4
        }

        /**
         * Properties of a Connection.
         * @deprecated Use easconnector.v1.Connection.$Properties instead.
         */
        interface IConnection extends easconnector.v1.Connection.$Properties {
        }

        /** Represents a Connection. */
        class Connection {

            /**
             * Constructs a new Connection.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Connection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Connection id. */
            id: string;

            /** Connection displayName. */
            displayName: string;

            /** Connection exchangeOnline. */
            exchangeOnline?: (easconnector.v1.ExchangeOnline.$Properties|null);

            /** Connection remotePowerShell. */
            remotePowerShell?: (easconnector.v1.RemotePowerShell.$Properties|null);

            /** Connection managementTools. */
            managementTools?: (easconnector.v1.ManagementTools.$Properties|null);

            /** Connection transport. */
            transport: easconnector.v1.Transport;

            /** Connection powerShell. */
            powerShell?: (easconnector.v1.PowerShell.$Properties|null);

            /** Connection network. */
            network?: (easconnector.v1.Network.$Properties|null);

            /** Connection kind. */
            kind?: ("exchangeOnline"|"remotePowerShell"|"managementTools");

            /**
             * Encodes the specified Connection message. Does not implicitly {@link easconnector.v1.Connection.verify|verify} messages.
             * @param message Connection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Connection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Connection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Connection & easconnector.v1.Connection.$Shape} Connection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Connection & easconnector.v1.Connection.$Shape;

            /**
             * Gets the type url for Connection
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Connection {

            /** Properties of a Connection. */
            interface $Properties {

                /** Connection id */
                id?: (string|null);

                /** Connection displayName */
                displayName?: (string|null);

                /** Connection exchangeOnline */
                exchangeOnline?: (easconnector.v1.ExchangeOnline.$Properties|null);

                /** Connection remotePowerShell */
                remotePowerShell?: (easconnector.v1.RemotePowerShell.$Properties|null);

                /** Connection managementTools */
                managementTools?: (easconnector.v1.ManagementTools.$Properties|null);

                /** Connection transport */
                transport?: (easconnector.v1.Transport|null);

                /** Connection powerShell */
                powerShell?: (easconnector.v1.PowerShell.$Properties|null);

                /** Connection network */
                network?: (easconnector.v1.Network.$Properties|null);

                /** Connection kind */
                kind?: ("exchangeOnline"|"remotePowerShell"|"managementTools");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Connection. */
            type $Shape = {
              id?: string|null;
              displayName?: string|null;
              exchangeOnline?: easconnector.v1.ExchangeOnline.$Shape|null;
              remotePowerShell?: easconnector.v1.RemotePowerShell.$Shape|null;
              managementTools?: easconnector.v1.ManagementTools.$Shape|null;
              transport?: easconnector.v1.Transport|null;
              powerShell?: easconnector.v1.PowerShell.$Shape|null;
              network?: easconnector.v1.Network.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; exchangeOnline?: null; remotePowerShell?: null; managementTools?: null }|{ kind?: "exchangeOnline"; exchangeOnline: easconnector.v1.ExchangeOnline.$Shape; remotePowerShell?: null; managementTools?: null }|{ kind?: "remotePowerShell"; exchangeOnline?: null; remotePowerShell: easconnector.v1.RemotePowerShell.$Shape; managementTools?: null }|{ kind?: "managementTools"; exchangeOnline?: null; remotePowerShell?: null; managementTools: easconnector.v1.ManagementTools.$Shape })
            );
        }

        /** Transport enum. */
        enum Transport {

            /** TRANSPORT_UNSPECIFIED value */
            TRANSPORT_UNSPECIFIED = 0,

            /** TRANSPORT_ADMIN_API value */
            TRANSPORT_ADMIN_API = 1,

            /** TRANSPORT_CHILD value */
            TRANSPORT_CHILD = 2,

            /** TRANSPORT_IN_PROCESS value */
            TRANSPORT_IN_PROCESS = 3,

            /** TRANSPORT_PSRP value */
            TRANSPORT_PSRP = 4
        }

        /**
         * Properties of an ExchangeOnline.
         * @deprecated Use easconnector.v1.ExchangeOnline.$Properties instead.
         */
        interface IExchangeOnline extends easconnector.v1.ExchangeOnline.$Properties {
        }

        /** Represents an ExchangeOnline. */
        class ExchangeOnline {

            /**
             * Constructs a new ExchangeOnline.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ExchangeOnline.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExchangeOnline tenant. */
            tenant: string;

            /** ExchangeOnline clientId. */
            clientId: string;

            /** ExchangeOnline clientCertificate. */
            clientCertificate?: (easconnector.v1.ClientCertificate.$Properties|null);

            /** ExchangeOnline clientSecret. */
            clientSecret?: (string|null);

            /** ExchangeOnline managedIdentity. */
            managedIdentity?: (easconnector.v1.ManagedIdentity.$Properties|null);

            /** ExchangeOnline cloud. */
            cloud: easconnector.v1.Cloud;

            /** ExchangeOnline authorityUrl. */
            authorityUrl: string;

            /** ExchangeOnline adminApiUrl. */
            adminApiUrl: string;

            /** ExchangeOnline scope. */
            scope: string;

            /** ExchangeOnline organization. */
            organization: string;

            /** ExchangeOnline credential. */
            credential?: ("clientCertificate"|"clientSecret"|"managedIdentity");

            /**
             * Encodes the specified ExchangeOnline message. Does not implicitly {@link easconnector.v1.ExchangeOnline.verify|verify} messages.
             * @param message ExchangeOnline message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ExchangeOnline.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExchangeOnline message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ExchangeOnline & easconnector.v1.ExchangeOnline.$Shape} ExchangeOnline
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ExchangeOnline & easconnector.v1.ExchangeOnline.$Shape;

            /**
             * Gets the type url for ExchangeOnline
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ExchangeOnline {

            /** Properties of an ExchangeOnline. */
            interface $Properties {

                /** ExchangeOnline tenant */
                tenant?: (string|null);

                /** ExchangeOnline clientId */
                clientId?: (string|null);

                /** ExchangeOnline clientCertificate */
                clientCertificate?: (easconnector.v1.ClientCertificate.$Properties|null);

                /** ExchangeOnline clientSecret */
                clientSecret?: (string|null);

                /** ExchangeOnline managedIdentity */
                managedIdentity?: (easconnector.v1.ManagedIdentity.$Properties|null);

                /** ExchangeOnline cloud */
                cloud?: (easconnector.v1.Cloud|null);

                /** ExchangeOnline authorityUrl */
                authorityUrl?: (string|null);

                /** ExchangeOnline adminApiUrl */
                adminApiUrl?: (string|null);

                /** ExchangeOnline scope */
                scope?: (string|null);

                /** ExchangeOnline organization */
                organization?: (string|null);

                /** ExchangeOnline credential */
                credential?: ("clientCertificate"|"clientSecret"|"managedIdentity");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an ExchangeOnline. */
            type $Shape = {
              tenant?: string|null;
              clientId?: string|null;
              clientCertificate?: easconnector.v1.ClientCertificate.$Shape|null;
              clientSecret?: string|null;
              managedIdentity?: easconnector.v1.ManagedIdentity.$Shape|null;
              cloud?: easconnector.v1.Cloud|null;
              authorityUrl?: string|null;
              adminApiUrl?: string|null;
              scope?: string|null;
              organization?: string|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ credential?: undefined; clientCertificate?: null; clientSecret?: null; managedIdentity?: null }|{ credential?: "clientCertificate"; clientCertificate: easconnector.v1.ClientCertificate.$Shape; clientSecret?: null; managedIdentity?: null }|{ credential?: "clientSecret"; clientCertificate?: null; clientSecret: string; managedIdentity?: null }|{ credential?: "managedIdentity"; clientCertificate?: null; clientSecret?: null; managedIdentity: easconnector.v1.ManagedIdentity.$Shape })
            );
        }

        /** Cloud enum. */
        enum Cloud {

            /** CLOUD_UNSPECIFIED value */
            CLOUD_UNSPECIFIED = 0,

            /** CLOUD_WORLDWIDE value */
            CLOUD_WORLDWIDE = 1,

            /** CLOUD_US_GOVERNMENT_GCC_HIGH value */
            CLOUD_US_GOVERNMENT_GCC_HIGH = 2,

            /** CLOUD_US_GOVERNMENT_DOD value */
            CLOUD_US_GOVERNMENT_DOD = 3,

            /** CLOUD_CHINA value */
            CLOUD_CHINA = 4
        }

        /**
         * Properties of a ClientCertificate.
         * @deprecated Use easconnector.v1.ClientCertificate.$Properties instead.
         */
        interface IClientCertificate extends easconnector.v1.ClientCertificate.$Properties {
        }

        /** Represents a ClientCertificate. */
        class ClientCertificate {

            /**
             * Constructs a new ClientCertificate.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ClientCertificate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientCertificate certificatePem. */
            certificatePem: string;

            /** ClientCertificate privateKeyPem. */
            privateKeyPem: string;

            /** ClientCertificate certificateFile. */
            certificateFile: string;

            /** ClientCertificate privateKeyFile. */
            privateKeyFile: string;

            /** ClientCertificate privateKeyPassword. */
            privateKeyPassword: string;

            /** ClientCertificate thumbprint. */
            thumbprint: string;

            /**
             * Encodes the specified ClientCertificate message. Does not implicitly {@link easconnector.v1.ClientCertificate.verify|verify} messages.
             * @param message ClientCertificate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ClientCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientCertificate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ClientCertificate & easconnector.v1.ClientCertificate.$Shape} ClientCertificate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ClientCertificate & easconnector.v1.ClientCertificate.$Shape;

            /**
             * Gets the type url for ClientCertificate
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientCertificate {

            /** Properties of a ClientCertificate. */
            interface $Properties {

                /** ClientCertificate certificatePem */
                certificatePem?: (string|null);

                /** ClientCertificate privateKeyPem */
                privateKeyPem?: (string|null);

                /** ClientCertificate certificateFile */
                certificateFile?: (string|null);

                /** ClientCertificate privateKeyFile */
                privateKeyFile?: (string|null);

                /** ClientCertificate privateKeyPassword */
                privateKeyPassword?: (string|null);

                /** ClientCertificate thumbprint */
                thumbprint?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientCertificate. */
            type $Shape = easconnector.v1.ClientCertificate.$Properties;
        }

        /**
         * Properties of a ManagedIdentity.
         * @deprecated Use easconnector.v1.ManagedIdentity.$Properties instead.
         */
        interface IManagedIdentity extends easconnector.v1.ManagedIdentity.$Properties {
        }

        /** Represents a ManagedIdentity. */
        class ManagedIdentity {

            /**
             * Constructs a new ManagedIdentity.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ManagedIdentity.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManagedIdentity userAssigned. */
            userAssigned: boolean;

            /**
             * Encodes the specified ManagedIdentity message. Does not implicitly {@link easconnector.v1.ManagedIdentity.verify|verify} messages.
             * @param message ManagedIdentity message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ManagedIdentity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManagedIdentity message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ManagedIdentity & easconnector.v1.ManagedIdentity.$Shape} ManagedIdentity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ManagedIdentity & easconnector.v1.ManagedIdentity.$Shape;

            /**
             * Gets the type url for ManagedIdentity
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManagedIdentity {

            /** Properties of a ManagedIdentity. */
            interface $Properties {

                /** ManagedIdentity userAssigned */
                userAssigned?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManagedIdentity. */
            type $Shape = easconnector.v1.ManagedIdentity.$Properties;
        }

        /**
         * Properties of a RemotePowerShell.
         * @deprecated Use easconnector.v1.RemotePowerShell.$Properties instead.
         */
        interface IRemotePowerShell extends easconnector.v1.RemotePowerShell.$Properties {
        }

        /** Represents a RemotePowerShell. */
        class RemotePowerShell {

            /**
             * Constructs a new RemotePowerShell.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.RemotePowerShell.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemotePowerShell urls. */
            urls: string[];

            /** RemotePowerShell authentication. */
            authentication: easconnector.v1.Authentication;

            /** RemotePowerShell username. */
            username: string;

            /** RemotePowerShell password. */
            password: string;

            /** RemotePowerShell configurationName. */
            configurationName: string;

            /** RemotePowerShell keytabFile. */
            keytabFile: string;

            /** RemotePowerShell allowRedirection. */
            allowRedirection: boolean;

            /**
             * Encodes the specified RemotePowerShell message. Does not implicitly {@link easconnector.v1.RemotePowerShell.verify|verify} messages.
             * @param message RemotePowerShell message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.RemotePowerShell.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemotePowerShell message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.RemotePowerShell & easconnector.v1.RemotePowerShell.$Shape} RemotePowerShell
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.RemotePowerShell & easconnector.v1.RemotePowerShell.$Shape;

            /**
             * Gets the type url for RemotePowerShell
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RemotePowerShell {

            /** Properties of a RemotePowerShell. */
            interface $Properties {

                /** RemotePowerShell urls */
                urls?: (string[]|null);

                /** RemotePowerShell authentication */
                authentication?: (easconnector.v1.Authentication|null);

                /** RemotePowerShell username */
                username?: (string|null);

                /** RemotePowerShell password */
                password?: (string|null);

                /** RemotePowerShell configurationName */
                configurationName?: (string|null);

                /** RemotePowerShell keytabFile */
                keytabFile?: (string|null);

                /** RemotePowerShell allowRedirection */
                allowRedirection?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemotePowerShell. */
            type $Shape = easconnector.v1.RemotePowerShell.$Properties;
        }

        /** Authentication enum. */
        enum Authentication {

            /** AUTHENTICATION_UNSPECIFIED value */
            AUTHENTICATION_UNSPECIFIED = 0,

            /** AUTHENTICATION_KERBEROS value */
            AUTHENTICATION_KERBEROS = 1,

            /** AUTHENTICATION_NEGOTIATE value */
            AUTHENTICATION_NEGOTIATE = 2,

            /** AUTHENTICATION_BASIC value */
            AUTHENTICATION_BASIC = 3
        }

        /**
         * Properties of a ManagementTools.
         * @deprecated Use easconnector.v1.ManagementTools.$Properties instead.
         */
        interface IManagementTools extends easconnector.v1.ManagementTools.$Properties {
        }

        /** Represents a ManagementTools. */
        class ManagementTools {

            /**
             * Constructs a new ManagementTools.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ManagementTools.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManagementTools load. */
            load: easconnector.v1.ManagementToolsLoad;

            /** ManagementTools server. */
            server: string;

            /** ManagementTools remoteExchangeScript. */
            remoteExchangeScript: string;

            /**
             * Encodes the specified ManagementTools message. Does not implicitly {@link easconnector.v1.ManagementTools.verify|verify} messages.
             * @param message ManagementTools message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ManagementTools.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManagementTools message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ManagementTools & easconnector.v1.ManagementTools.$Shape} ManagementTools
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ManagementTools & easconnector.v1.ManagementTools.$Shape;

            /**
             * Gets the type url for ManagementTools
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManagementTools {

            /** Properties of a ManagementTools. */
            interface $Properties {

                /** ManagementTools load */
                load?: (easconnector.v1.ManagementToolsLoad|null);

                /** ManagementTools server */
                server?: (string|null);

                /** ManagementTools remoteExchangeScript */
                remoteExchangeScript?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManagementTools. */
            type $Shape = easconnector.v1.ManagementTools.$Properties;
        }

        /** ManagementToolsLoad enum. */
        enum ManagementToolsLoad {

            /** MANAGEMENT_TOOLS_LOAD_UNSPECIFIED value */
            MANAGEMENT_TOOLS_LOAD_UNSPECIFIED = 0,

            /** MANAGEMENT_TOOLS_LOAD_REMOTE_EXCHANGE value */
            MANAGEMENT_TOOLS_LOAD_REMOTE_EXCHANGE = 1,

            /** MANAGEMENT_TOOLS_LOAD_SNAP_IN value */
            MANAGEMENT_TOOLS_LOAD_SNAP_IN = 2
        }

        /**
         * Properties of a PowerShell.
         * @deprecated Use easconnector.v1.PowerShell.$Properties instead.
         */
        interface IPowerShell extends easconnector.v1.PowerShell.$Properties {
        }

        /** Represents a PowerShell. */
        class PowerShell {

            /**
             * Constructs a new PowerShell.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.PowerShell.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PowerShell edition. */
            edition: easconnector.v1.PowerShellEdition;

            /** PowerShell executable. */
            executable: string;

            /** PowerShell exchangeOnlineModule. */
            exchangeOnlineModule: string;

            /** PowerShell startTimeout. */
            startTimeout?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified PowerShell message. Does not implicitly {@link easconnector.v1.PowerShell.verify|verify} messages.
             * @param message PowerShell message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.PowerShell.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PowerShell message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.PowerShell & easconnector.v1.PowerShell.$Shape} PowerShell
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.PowerShell & easconnector.v1.PowerShell.$Shape;

            /**
             * Gets the type url for PowerShell
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PowerShell {

            /** Properties of a PowerShell. */
            interface $Properties {

                /** PowerShell edition */
                edition?: (easconnector.v1.PowerShellEdition|null);

                /** PowerShell executable */
                executable?: (string|null);

                /** PowerShell exchangeOnlineModule */
                exchangeOnlineModule?: (string|null);

                /** PowerShell startTimeout */
                startTimeout?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PowerShell. */
            type $Shape = easconnector.v1.PowerShell.$Properties;
        }

        /** PowerShellEdition enum. */
        enum PowerShellEdition {

            /** POWER_SHELL_EDITION_UNSPECIFIED value */
            POWER_SHELL_EDITION_UNSPECIFIED = 0,

            /** POWER_SHELL_EDITION_WINDOWS_POWER_SHELL value */
            POWER_SHELL_EDITION_WINDOWS_POWER_SHELL = 1,

            /** POWER_SHELL_EDITION_POWER_SHELL value */
            POWER_SHELL_EDITION_POWER_SHELL = 2
        }

        /**
         * Properties of a Network.
         * @deprecated Use easconnector.v1.Network.$Properties instead.
         */
        interface INetwork extends easconnector.v1.Network.$Properties {
        }

        /** Represents a Network. */
        class Network {

            /**
             * Constructs a new Network.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Network.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Network caPem. */
            caPem: string;

            /** Network caFile. */
            caFile: string;

            /** Network pinnedCertificateSha256. */
            pinnedCertificateSha256: string;

            /** Network proxyUrl. */
            proxyUrl: string;

            /** Network proxyUsername. */
            proxyUsername: string;

            /** Network proxyPassword. */
            proxyPassword: string;

            /** Network connectTimeout. */
            connectTimeout?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified Network message. Does not implicitly {@link easconnector.v1.Network.verify|verify} messages.
             * @param message Network message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Network.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Network message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Network & easconnector.v1.Network.$Shape} Network
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Network & easconnector.v1.Network.$Shape;

            /**
             * Gets the type url for Network
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Network {

            /** Properties of a Network. */
            interface $Properties {

                /** Network caPem */
                caPem?: (string|null);

                /** Network caFile */
                caFile?: (string|null);

                /** Network pinnedCertificateSha256 */
                pinnedCertificateSha256?: (string|null);

                /** Network proxyUrl */
                proxyUrl?: (string|null);

                /** Network proxyUsername */
                proxyUsername?: (string|null);

                /** Network proxyPassword */
                proxyPassword?: (string|null);

                /** Network connectTimeout */
                connectTimeout?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Network. */
            type $Shape = easconnector.v1.Network.$Properties;
        }

        /**
         * Properties of a Property.
         * @deprecated Use easconnector.v1.Property.$Properties instead.
         */
        interface IProperty extends easconnector.v1.Property.$Properties {
        }

        /** Represents a Property. */
        class Property {

            /**
             * Constructs a new Property.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Property.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Property name. */
            name: string;

            /** Property values. */
            values: string[];

            /**
             * Encodes the specified Property message. Does not implicitly {@link easconnector.v1.Property.verify|verify} messages.
             * @param message Property message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Property.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Property message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Property & easconnector.v1.Property.$Shape} Property
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Property & easconnector.v1.Property.$Shape;

            /**
             * Gets the type url for Property
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Property {

            /** Properties of a Property. */
            interface $Properties {

                /** Property name */
                name?: (string|null);

                /** Property values */
                values?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Property. */
            type $Shape = easconnector.v1.Property.$Properties;
        }

        /** ExchangeVersion enum. */
        enum ExchangeVersion {

            /** EXCHANGE_VERSION_UNSPECIFIED value */
            EXCHANGE_VERSION_UNSPECIFIED = 0,

            /** EXCHANGE_VERSION_2010 value */
            EXCHANGE_VERSION_2010 = 1,

            /** EXCHANGE_VERSION_2013 value */
            EXCHANGE_VERSION_2013 = 2,

            /** EXCHANGE_VERSION_2016 value */
            EXCHANGE_VERSION_2016 = 3,

            /** EXCHANGE_VERSION_2019 value */
            EXCHANGE_VERSION_2019 = 4,

            /** EXCHANGE_VERSION_SE value */
            EXCHANGE_VERSION_SE = 5,

            /** EXCHANGE_VERSION_ONLINE value */
            EXCHANGE_VERSION_ONLINE = 6
        }

        /**
         * Properties of a Partnership.
         * @deprecated Use easconnector.v1.Partnership.$Properties instead.
         */
        interface IPartnership extends easconnector.v1.Partnership.$Properties {
        }

        /** Represents a Partnership. */
        class Partnership {

            /**
             * Constructs a new Partnership.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Partnership.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Partnership guid. */
            guid: string;

            /** Partnership firstSyncTime. */
            firstSyncTime?: (google.protobuf.Timestamp.$Properties|null);

            /** Partnership identity. */
            identity: string;

            /** Partnership deviceId. */
            deviceId: string;

            /** Partnership mailboxGuid. */
            mailboxGuid: string;

            /** Partnership mailboxPrimarySmtpAddress. */
            mailboxPrimarySmtpAddress: string;

            /** Partnership userDisplayName. */
            userDisplayName: string;

            /** Partnership friendlyName. */
            friendlyName: string;

            /** Partnership deviceType. */
            deviceType: string;

            /** Partnership deviceModel. */
            deviceModel: string;

            /** Partnership deviceOs. */
            deviceOs: string;

            /** Partnership deviceOsLanguage. */
            deviceOsLanguage: string;

            /** Partnership deviceUserAgent. */
            deviceUserAgent: string;

            /** Partnership deviceImei. */
            deviceImei: string;

            /** Partnership deviceMobileOperator. */
            deviceMobileOperator: string;

            /** Partnership deviceTelephoneNumber. */
            deviceTelephoneNumber: string;

            /** Partnership clientType. */
            clientType: string;

            /** Partnership clientVersion. */
            clientVersion: string;

            /** Partnership clientFamily. */
            clientFamily: easconnector.v1.ClientFamily;

            /** Partnership capabilities. */
            capabilities?: (easconnector.v1.ClientCapabilities.$Properties|null);

            /** Partnership cutOffOnline. */
            cutOffOnline: boolean;

            /** Partnership deviceAccessState. */
            deviceAccessState: easconnector.v1.DeviceAccessState;

            /** Partnership deviceAccessStateReason. */
            deviceAccessStateReason: string;

            /** Partnership deviceAccessControlRule. */
            deviceAccessControlRule: string;

            /** Partnership isManaged. */
            isManaged?: (boolean|null);

            /** Partnership isCompliant. */
            isCompliant?: (boolean|null);

            /** Partnership isDisabled. */
            isDisabled?: (boolean|null);

            /** Partnership onAllowedList. */
            onAllowedList: boolean;

            /** Partnership onBlockedList. */
            onBlockedList: boolean;

            /** Partnership whenCreated. */
            whenCreated?: (google.protobuf.Timestamp.$Properties|null);

            /** Partnership whenChanged. */
            whenChanged?: (google.protobuf.Timestamp.$Properties|null);

            /** Partnership distinguishedName. */
            distinguishedName: string;

            /** Partnership statistics. */
            statistics?: (easconnector.v1.DeviceStatistics.$Properties|null);

            /** Partnership otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified Partnership message. Does not implicitly {@link easconnector.v1.Partnership.verify|verify} messages.
             * @param message Partnership message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Partnership.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Partnership message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Partnership & easconnector.v1.Partnership.$Shape} Partnership
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Partnership & easconnector.v1.Partnership.$Shape;

            /**
             * Gets the type url for Partnership
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Partnership {

            /** Properties of a Partnership. */
            interface $Properties {

                /** Partnership guid */
                guid?: (string|null);

                /** Partnership firstSyncTime */
                firstSyncTime?: (google.protobuf.Timestamp.$Properties|null);

                /** Partnership identity */
                identity?: (string|null);

                /** Partnership deviceId */
                deviceId?: (string|null);

                /** Partnership mailboxGuid */
                mailboxGuid?: (string|null);

                /** Partnership mailboxPrimarySmtpAddress */
                mailboxPrimarySmtpAddress?: (string|null);

                /** Partnership userDisplayName */
                userDisplayName?: (string|null);

                /** Partnership friendlyName */
                friendlyName?: (string|null);

                /** Partnership deviceType */
                deviceType?: (string|null);

                /** Partnership deviceModel */
                deviceModel?: (string|null);

                /** Partnership deviceOs */
                deviceOs?: (string|null);

                /** Partnership deviceOsLanguage */
                deviceOsLanguage?: (string|null);

                /** Partnership deviceUserAgent */
                deviceUserAgent?: (string|null);

                /** Partnership deviceImei */
                deviceImei?: (string|null);

                /** Partnership deviceMobileOperator */
                deviceMobileOperator?: (string|null);

                /** Partnership deviceTelephoneNumber */
                deviceTelephoneNumber?: (string|null);

                /** Partnership clientType */
                clientType?: (string|null);

                /** Partnership clientVersion */
                clientVersion?: (string|null);

                /** Partnership clientFamily */
                clientFamily?: (easconnector.v1.ClientFamily|null);

                /** Partnership capabilities */
                capabilities?: (easconnector.v1.ClientCapabilities.$Properties|null);

                /** Partnership cutOffOnline */
                cutOffOnline?: (boolean|null);

                /** Partnership deviceAccessState */
                deviceAccessState?: (easconnector.v1.DeviceAccessState|null);

                /** Partnership deviceAccessStateReason */
                deviceAccessStateReason?: (string|null);

                /** Partnership deviceAccessControlRule */
                deviceAccessControlRule?: (string|null);

                /** Partnership isManaged */
                isManaged?: (boolean|null);

                /** Partnership isCompliant */
                isCompliant?: (boolean|null);

                /** Partnership isDisabled */
                isDisabled?: (boolean|null);

                /** Partnership onAllowedList */
                onAllowedList?: (boolean|null);

                /** Partnership onBlockedList */
                onBlockedList?: (boolean|null);

                /** Partnership whenCreated */
                whenCreated?: (google.protobuf.Timestamp.$Properties|null);

                /** Partnership whenChanged */
                whenChanged?: (google.protobuf.Timestamp.$Properties|null);

                /** Partnership distinguishedName */
                distinguishedName?: (string|null);

                /** Partnership statistics */
                statistics?: (easconnector.v1.DeviceStatistics.$Properties|null);

                /** Partnership otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Partnership. */
            type $Shape = easconnector.v1.Partnership.$Properties;
        }

        /**
         * Properties of a DeviceStatistics.
         * @deprecated Use easconnector.v1.DeviceStatistics.$Properties instead.
         */
        interface IDeviceStatistics extends easconnector.v1.DeviceStatistics.$Properties {
        }

        /** Represents a DeviceStatistics. */
        class DeviceStatistics {

            /**
             * Constructs a new DeviceStatistics.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DeviceStatistics.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceStatistics readAt. */
            readAt?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics lastSuccessSync. */
            lastSuccessSync?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics lastSyncAttemptTime. */
            lastSyncAttemptTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics lastPolicyUpdateTime. */
            lastPolicyUpdateTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics lastPingHeartbeat. */
            lastPingHeartbeat?: (number|null);

            /** DeviceStatistics numberOfFoldersSynced. */
            numberOfFoldersSynced?: (number|null);

            /** DeviceStatistics syncStateUpgradeTime. */
            syncStateUpgradeTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics deviceEnableOutboundSms. */
            deviceEnableOutboundSms?: (boolean|null);

            /** DeviceStatistics status. */
            status: string;

            /** DeviceStatistics statusNote. */
            statusNote: string;

            /** DeviceStatistics devicePolicyApplied. */
            devicePolicyApplied: string;

            /** DeviceStatistics devicePolicyApplicationStatus. */
            devicePolicyApplicationStatus: easconnector.v1.DevicePolicyApplicationStatus;

            /** DeviceStatistics deviceAccessState. */
            deviceAccessState: easconnector.v1.DeviceAccessState;

            /** DeviceStatistics deviceAccessStateReason. */
            deviceAccessStateReason: string;

            /** DeviceStatistics isOnline. */
            isOnline?: (boolean|null);

            /** DeviceStatistics isRemoteWipeSupported. */
            isRemoteWipeSupported?: (boolean|null);

            /** DeviceStatistics deviceWipeRequestTime. */
            deviceWipeRequestTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics deviceWipeSentTime. */
            deviceWipeSentTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics deviceWipeAckTime. */
            deviceWipeAckTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics lastDeviceWipeRequestor. */
            lastDeviceWipeRequestor: string;

            /** DeviceStatistics accountOnlyDeviceWipeRequestTime. */
            accountOnlyDeviceWipeRequestTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics accountOnlyDeviceWipeSentTime. */
            accountOnlyDeviceWipeSentTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics accountOnlyDeviceWipeAckTime. */
            accountOnlyDeviceWipeAckTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceStatistics lastAccountOnlyDeviceWipeRequestor. */
            lastAccountOnlyDeviceWipeRequestor: string;

            /** DeviceStatistics otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified DeviceStatistics message. Does not implicitly {@link easconnector.v1.DeviceStatistics.verify|verify} messages.
             * @param message DeviceStatistics message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DeviceStatistics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceStatistics message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DeviceStatistics & easconnector.v1.DeviceStatistics.$Shape} DeviceStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DeviceStatistics & easconnector.v1.DeviceStatistics.$Shape;

            /**
             * Gets the type url for DeviceStatistics
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceStatistics {

            /** Properties of a DeviceStatistics. */
            interface $Properties {

                /** DeviceStatistics readAt */
                readAt?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics lastSuccessSync */
                lastSuccessSync?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics lastSyncAttemptTime */
                lastSyncAttemptTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics lastPolicyUpdateTime */
                lastPolicyUpdateTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics lastPingHeartbeat */
                lastPingHeartbeat?: (number|null);

                /** DeviceStatistics numberOfFoldersSynced */
                numberOfFoldersSynced?: (number|null);

                /** DeviceStatistics syncStateUpgradeTime */
                syncStateUpgradeTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics deviceEnableOutboundSms */
                deviceEnableOutboundSms?: (boolean|null);

                /** DeviceStatistics status */
                status?: (string|null);

                /** DeviceStatistics statusNote */
                statusNote?: (string|null);

                /** DeviceStatistics devicePolicyApplied */
                devicePolicyApplied?: (string|null);

                /** DeviceStatistics devicePolicyApplicationStatus */
                devicePolicyApplicationStatus?: (easconnector.v1.DevicePolicyApplicationStatus|null);

                /** DeviceStatistics deviceAccessState */
                deviceAccessState?: (easconnector.v1.DeviceAccessState|null);

                /** DeviceStatistics deviceAccessStateReason */
                deviceAccessStateReason?: (string|null);

                /** DeviceStatistics isOnline */
                isOnline?: (boolean|null);

                /** DeviceStatistics isRemoteWipeSupported */
                isRemoteWipeSupported?: (boolean|null);

                /** DeviceStatistics deviceWipeRequestTime */
                deviceWipeRequestTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics deviceWipeSentTime */
                deviceWipeSentTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics deviceWipeAckTime */
                deviceWipeAckTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics lastDeviceWipeRequestor */
                lastDeviceWipeRequestor?: (string|null);

                /** DeviceStatistics accountOnlyDeviceWipeRequestTime */
                accountOnlyDeviceWipeRequestTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics accountOnlyDeviceWipeSentTime */
                accountOnlyDeviceWipeSentTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics accountOnlyDeviceWipeAckTime */
                accountOnlyDeviceWipeAckTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceStatistics lastAccountOnlyDeviceWipeRequestor */
                lastAccountOnlyDeviceWipeRequestor?: (string|null);

                /** DeviceStatistics otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceStatistics. */
            type $Shape = easconnector.v1.DeviceStatistics.$Properties;
        }

        /** DeviceAccessState enum. */
        enum DeviceAccessState {

            /** DEVICE_ACCESS_STATE_UNSPECIFIED value */
            DEVICE_ACCESS_STATE_UNSPECIFIED = 0,

            /** DEVICE_ACCESS_STATE_ALLOWED value */
            DEVICE_ACCESS_STATE_ALLOWED = 1,

            /** DEVICE_ACCESS_STATE_BLOCKED value */
            DEVICE_ACCESS_STATE_BLOCKED = 2,

            /** DEVICE_ACCESS_STATE_QUARANTINED value */
            DEVICE_ACCESS_STATE_QUARANTINED = 3,

            /** DEVICE_ACCESS_STATE_DEVICE_DISCOVERY value */
            DEVICE_ACCESS_STATE_DEVICE_DISCOVERY = 4
        }

        /** DevicePolicyApplicationStatus enum. */
        enum DevicePolicyApplicationStatus {

            /** DEVICE_POLICY_APPLICATION_STATUS_UNSPECIFIED value */
            DEVICE_POLICY_APPLICATION_STATUS_UNSPECIFIED = 0,

            /** DEVICE_POLICY_APPLICATION_STATUS_NOT_APPLIED value */
            DEVICE_POLICY_APPLICATION_STATUS_NOT_APPLIED = 1,

            /** DEVICE_POLICY_APPLICATION_STATUS_APPLIED_IN_FULL value */
            DEVICE_POLICY_APPLICATION_STATUS_APPLIED_IN_FULL = 2,

            /** DEVICE_POLICY_APPLICATION_STATUS_PARTIALLY_APPLIED value */
            DEVICE_POLICY_APPLICATION_STATUS_PARTIALLY_APPLIED = 3,

            /** DEVICE_POLICY_APPLICATION_STATUS_EXTERNALLY_MANAGED value */
            DEVICE_POLICY_APPLICATION_STATUS_EXTERNALLY_MANAGED = 4
        }

        /** ClientFamily enum. */
        enum ClientFamily {

            /** CLIENT_FAMILY_UNSPECIFIED value */
            CLIENT_FAMILY_UNSPECIFIED = 0,

            /** CLIENT_FAMILY_APPLE_MAIL value */
            CLIENT_FAMILY_APPLE_MAIL = 1,

            /** CLIENT_FAMILY_ANDROID_MAIL value */
            CLIENT_FAMILY_ANDROID_MAIL = 2,

            /** CLIENT_FAMILY_OUTLOOK_MOBILE value */
            CLIENT_FAMILY_OUTLOOK_MOBILE = 3,

            /** CLIENT_FAMILY_WINDOWS_MAIL value */
            CLIENT_FAMILY_WINDOWS_MAIL = 4,

            /** CLIENT_FAMILY_WINDOWS_PHONE value */
            CLIENT_FAMILY_WINDOWS_PHONE = 5,

            /** CLIENT_FAMILY_OWA_FOR_DEVICES value */
            CLIENT_FAMILY_OWA_FOR_DEVICES = 6,

            /** CLIENT_FAMILY_OTHER_EAS value */
            CLIENT_FAMILY_OTHER_EAS = 7
        }

        /**
         * Properties of a ClientCapabilities.
         * @deprecated Use easconnector.v1.ClientCapabilities.$Properties instead.
         */
        interface IClientCapabilities extends easconnector.v1.ClientCapabilities.$Properties {
        }

        /** Represents a ClientCapabilities. */
        class ClientCapabilities {

            /**
             * Constructs a new ClientCapabilities.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ClientCapabilities.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientCapabilities wipeErases. */
            wipeErases: string;

            /** ClientCapabilities accountOnlyWipe. */
            accountOnlyWipe: boolean;

            /** ClientCapabilities accessRules. */
            accessRules: boolean;

            /** ClientCapabilities mailboxPolicy. */
            mailboxPolicy: boolean;

            /**
             * Encodes the specified ClientCapabilities message. Does not implicitly {@link easconnector.v1.ClientCapabilities.verify|verify} messages.
             * @param message ClientCapabilities message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ClientCapabilities.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientCapabilities message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ClientCapabilities & easconnector.v1.ClientCapabilities.$Shape} ClientCapabilities
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ClientCapabilities & easconnector.v1.ClientCapabilities.$Shape;

            /**
             * Gets the type url for ClientCapabilities
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientCapabilities {

            /** Properties of a ClientCapabilities. */
            interface $Properties {

                /** ClientCapabilities wipeErases */
                wipeErases?: (string|null);

                /** ClientCapabilities accountOnlyWipe */
                accountOnlyWipe?: (boolean|null);

                /** ClientCapabilities accessRules */
                accessRules?: (boolean|null);

                /** ClientCapabilities mailboxPolicy */
                mailboxPolicy?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientCapabilities. */
            type $Shape = easconnector.v1.ClientCapabilities.$Properties;
        }

        /**
         * Properties of a Mailbox.
         * @deprecated Use easconnector.v1.Mailbox.$Properties instead.
         */
        interface IMailbox extends easconnector.v1.Mailbox.$Properties {
        }

        /** Represents a Mailbox. */
        class Mailbox {

            /**
             * Constructs a new Mailbox.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Mailbox.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Mailbox guid. */
            guid: string;

            /** Mailbox externalDirectoryObjectId. */
            externalDirectoryObjectId: string;

            /** Mailbox identity. */
            identity: string;

            /** Mailbox distinguishedName. */
            distinguishedName: string;

            /** Mailbox displayName. */
            displayName: string;

            /** Mailbox primarySmtpAddress. */
            primarySmtpAddress: string;

            /** Mailbox userPrincipalName. */
            userPrincipalName: string;

            /** Mailbox samAccountName. */
            samAccountName: string;

            /** Mailbox organizationalUnit. */
            organizationalUnit: string;

            /** Mailbox recipientTypeDetails. */
            recipientTypeDetails: string;

            /** Mailbox serverName. */
            serverName: string;

            /** Mailbox database. */
            database: string;

            /** Mailbox activeSyncEnabled. */
            activeSyncEnabled?: (boolean|null);

            /** Mailbox activeSyncMailboxPolicy. */
            activeSyncMailboxPolicy: string;

            /** Mailbox activeSyncMailboxPolicyIsDefaulted. */
            activeSyncMailboxPolicyIsDefaulted?: (boolean|null);

            /** Mailbox activeSyncAllowedDeviceIds. */
            activeSyncAllowedDeviceIds: string[];

            /** Mailbox activeSyncBlockedDeviceIds. */
            activeSyncBlockedDeviceIds: string[];

            /** Mailbox hasActiveSyncDevicePartnership. */
            hasActiveSyncDevicePartnership?: (boolean|null);

            /** Mailbox owaForDevicesEnabled. */
            owaForDevicesEnabled?: (boolean|null);

            /** Mailbox outlookMobileEnabled. */
            outlookMobileEnabled?: (boolean|null);

            /** Mailbox universalOutlookEnabled. */
            universalOutlookEnabled?: (boolean|null);

            /** Mailbox activeSyncDebugLogging. */
            activeSyncDebugLogging?: (boolean|null);

            /** Mailbox activeSyncSuppressReadReceipt. */
            activeSyncSuppressReadReceipt?: (boolean|null);

            /** Mailbox otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified Mailbox message. Does not implicitly {@link easconnector.v1.Mailbox.verify|verify} messages.
             * @param message Mailbox message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Mailbox.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Mailbox message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Mailbox & easconnector.v1.Mailbox.$Shape} Mailbox
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Mailbox & easconnector.v1.Mailbox.$Shape;

            /**
             * Gets the type url for Mailbox
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Mailbox {

            /** Properties of a Mailbox. */
            interface $Properties {

                /** Mailbox guid */
                guid?: (string|null);

                /** Mailbox externalDirectoryObjectId */
                externalDirectoryObjectId?: (string|null);

                /** Mailbox identity */
                identity?: (string|null);

                /** Mailbox distinguishedName */
                distinguishedName?: (string|null);

                /** Mailbox displayName */
                displayName?: (string|null);

                /** Mailbox primarySmtpAddress */
                primarySmtpAddress?: (string|null);

                /** Mailbox userPrincipalName */
                userPrincipalName?: (string|null);

                /** Mailbox samAccountName */
                samAccountName?: (string|null);

                /** Mailbox organizationalUnit */
                organizationalUnit?: (string|null);

                /** Mailbox recipientTypeDetails */
                recipientTypeDetails?: (string|null);

                /** Mailbox serverName */
                serverName?: (string|null);

                /** Mailbox database */
                database?: (string|null);

                /** Mailbox activeSyncEnabled */
                activeSyncEnabled?: (boolean|null);

                /** Mailbox activeSyncMailboxPolicy */
                activeSyncMailboxPolicy?: (string|null);

                /** Mailbox activeSyncMailboxPolicyIsDefaulted */
                activeSyncMailboxPolicyIsDefaulted?: (boolean|null);

                /** Mailbox activeSyncAllowedDeviceIds */
                activeSyncAllowedDeviceIds?: (string[]|null);

                /** Mailbox activeSyncBlockedDeviceIds */
                activeSyncBlockedDeviceIds?: (string[]|null);

                /** Mailbox hasActiveSyncDevicePartnership */
                hasActiveSyncDevicePartnership?: (boolean|null);

                /** Mailbox owaForDevicesEnabled */
                owaForDevicesEnabled?: (boolean|null);

                /** Mailbox outlookMobileEnabled */
                outlookMobileEnabled?: (boolean|null);

                /** Mailbox universalOutlookEnabled */
                universalOutlookEnabled?: (boolean|null);

                /** Mailbox activeSyncDebugLogging */
                activeSyncDebugLogging?: (boolean|null);

                /** Mailbox activeSyncSuppressReadReceipt */
                activeSyncSuppressReadReceipt?: (boolean|null);

                /** Mailbox otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Mailbox. */
            type $Shape = easconnector.v1.Mailbox.$Properties;
        }

        /**
         * Properties of an UnlimitedNumber.
         * @deprecated Use easconnector.v1.UnlimitedNumber.$Properties instead.
         */
        interface IUnlimitedNumber extends easconnector.v1.UnlimitedNumber.$Properties {
        }

        /** Represents an UnlimitedNumber. */
        class UnlimitedNumber {

            /**
             * Constructs a new UnlimitedNumber.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.UnlimitedNumber.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnlimitedNumber unlimited. */
            unlimited: boolean;

            /** UnlimitedNumber value. */
            value: (number|Long);

            /**
             * Encodes the specified UnlimitedNumber message. Does not implicitly {@link easconnector.v1.UnlimitedNumber.verify|verify} messages.
             * @param message UnlimitedNumber message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.UnlimitedNumber.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnlimitedNumber message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.UnlimitedNumber & easconnector.v1.UnlimitedNumber.$Shape} UnlimitedNumber
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.UnlimitedNumber & easconnector.v1.UnlimitedNumber.$Shape;

            /**
             * Gets the type url for UnlimitedNumber
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UnlimitedNumber {

            /** Properties of an UnlimitedNumber. */
            interface $Properties {

                /** UnlimitedNumber unlimited */
                unlimited?: (boolean|null);

                /** UnlimitedNumber value */
                value?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnlimitedNumber. */
            type $Shape = easconnector.v1.UnlimitedNumber.$Properties;
        }

        /**
         * Properties of an UnlimitedDuration.
         * @deprecated Use easconnector.v1.UnlimitedDuration.$Properties instead.
         */
        interface IUnlimitedDuration extends easconnector.v1.UnlimitedDuration.$Properties {
        }

        /** Represents an UnlimitedDuration. */
        class UnlimitedDuration {

            /**
             * Constructs a new UnlimitedDuration.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.UnlimitedDuration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnlimitedDuration unlimited. */
            unlimited: boolean;

            /** UnlimitedDuration value. */
            value?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified UnlimitedDuration message. Does not implicitly {@link easconnector.v1.UnlimitedDuration.verify|verify} messages.
             * @param message UnlimitedDuration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.UnlimitedDuration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnlimitedDuration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.UnlimitedDuration & easconnector.v1.UnlimitedDuration.$Shape} UnlimitedDuration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.UnlimitedDuration & easconnector.v1.UnlimitedDuration.$Shape;

            /**
             * Gets the type url for UnlimitedDuration
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UnlimitedDuration {

            /** Properties of an UnlimitedDuration. */
            interface $Properties {

                /** UnlimitedDuration unlimited */
                unlimited?: (boolean|null);

                /** UnlimitedDuration value */
                value?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnlimitedDuration. */
            type $Shape = easconnector.v1.UnlimitedDuration.$Properties;
        }

        /**
         * Properties of a MobileDeviceMailboxPolicy.
         * @deprecated Use easconnector.v1.MobileDeviceMailboxPolicy.$Properties instead.
         */
        interface IMobileDeviceMailboxPolicy extends easconnector.v1.MobileDeviceMailboxPolicy.$Properties {
        }

        /** Represents a MobileDeviceMailboxPolicy. */
        class MobileDeviceMailboxPolicy {

            /**
             * Constructs a new MobileDeviceMailboxPolicy.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.MobileDeviceMailboxPolicy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MobileDeviceMailboxPolicy guid. */
            guid: string;

            /** MobileDeviceMailboxPolicy name. */
            name: string;

            /** MobileDeviceMailboxPolicy identity. */
            identity: string;

            /** MobileDeviceMailboxPolicy isDefault. */
            isDefault?: (boolean|null);

            /** MobileDeviceMailboxPolicy whenChanged. */
            whenChanged?: (google.protobuf.Timestamp.$Properties|null);

            /** MobileDeviceMailboxPolicy passwordEnabled. */
            passwordEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy alphanumericPasswordRequired. */
            alphanumericPasswordRequired?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowSimplePassword. */
            allowSimplePassword?: (boolean|null);

            /** MobileDeviceMailboxPolicy minPasswordLength. */
            minPasswordLength?: (number|null);

            /** MobileDeviceMailboxPolicy minPasswordComplexCharacters. */
            minPasswordComplexCharacters?: (number|null);

            /** MobileDeviceMailboxPolicy passwordExpiration. */
            passwordExpiration?: (easconnector.v1.UnlimitedDuration.$Properties|null);

            /** MobileDeviceMailboxPolicy passwordHistory. */
            passwordHistory?: (number|null);

            /** MobileDeviceMailboxPolicy passwordRecoveryEnabled. */
            passwordRecoveryEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy maxPasswordFailedAttempts. */
            maxPasswordFailedAttempts?: (easconnector.v1.UnlimitedNumber.$Properties|null);

            /** MobileDeviceMailboxPolicy maxInactivityTimeLock. */
            maxInactivityTimeLock?: (easconnector.v1.UnlimitedDuration.$Properties|null);

            /** MobileDeviceMailboxPolicy deviceEncryptionEnabled. */
            deviceEncryptionEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy requireDeviceEncryption. */
            requireDeviceEncryption?: (boolean|null);

            /** MobileDeviceMailboxPolicy requireStorageCardEncryption. */
            requireStorageCardEncryption?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowStorageCard. */
            allowStorageCard?: (boolean|null);

            /** MobileDeviceMailboxPolicy attachmentsEnabled. */
            attachmentsEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy maxAttachmentSize. */
            maxAttachmentSize?: (easconnector.v1.UnlimitedNumber.$Properties|null);

            /** MobileDeviceMailboxPolicy devicePolicyRefreshInterval. */
            devicePolicyRefreshInterval?: (easconnector.v1.UnlimitedDuration.$Properties|null);

            /** MobileDeviceMailboxPolicy allowNonProvisionableDevices. */
            allowNonProvisionableDevices?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowExternalDeviceManagement. */
            allowExternalDeviceManagement?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowMobileOtaUpdate. */
            allowMobileOtaUpdate?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowBluetooth. */
            allowBluetooth: string;

            /** MobileDeviceMailboxPolicy allowBrowser. */
            allowBrowser?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowCamera. */
            allowCamera?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowConsumerEmail. */
            allowConsumerEmail?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowDesktopSync. */
            allowDesktopSync?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowHtmlEmail. */
            allowHtmlEmail?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowInternetSharing. */
            allowInternetSharing?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowIrda. */
            allowIrda?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowPopImapEmail. */
            allowPopImapEmail?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowRemoteDesktop. */
            allowRemoteDesktop?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowTextMessaging. */
            allowTextMessaging?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowUnsignedApplications. */
            allowUnsignedApplications?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowUnsignedInstallationPackages. */
            allowUnsignedInstallationPackages?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowWifi. */
            allowWifi?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowApplePushNotifications. */
            allowApplePushNotifications?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowGooglePushNotifications. */
            allowGooglePushNotifications?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowMicrosoftPushNotifications. */
            allowMicrosoftPushNotifications?: (boolean|null);

            /** MobileDeviceMailboxPolicy maxCalendarAgeFilter. */
            maxCalendarAgeFilter: string;

            /** MobileDeviceMailboxPolicy maxEmailAgeFilter. */
            maxEmailAgeFilter: string;

            /** MobileDeviceMailboxPolicy maxEmailBodyTruncationSize. */
            maxEmailBodyTruncationSize?: (easconnector.v1.UnlimitedNumber.$Properties|null);

            /** MobileDeviceMailboxPolicy maxEmailHtmlBodyTruncationSize. */
            maxEmailHtmlBodyTruncationSize?: (easconnector.v1.UnlimitedNumber.$Properties|null);

            /** MobileDeviceMailboxPolicy requireManualSyncWhenRoaming. */
            requireManualSyncWhenRoaming?: (boolean|null);

            /** MobileDeviceMailboxPolicy irmEnabled. */
            irmEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowSmimeSoftCerts. */
            allowSmimeSoftCerts?: (boolean|null);

            /** MobileDeviceMailboxPolicy allowSmimeEncryptionAlgorithmNegotiation. */
            allowSmimeEncryptionAlgorithmNegotiation: string;

            /** MobileDeviceMailboxPolicy requireEncryptedSmimeMessages. */
            requireEncryptedSmimeMessages?: (boolean|null);

            /** MobileDeviceMailboxPolicy requireEncryptionSmimeAlgorithm. */
            requireEncryptionSmimeAlgorithm: string;

            /** MobileDeviceMailboxPolicy requireSignedSmimeMessages. */
            requireSignedSmimeMessages?: (boolean|null);

            /** MobileDeviceMailboxPolicy requireSignedSmimeAlgorithm. */
            requireSignedSmimeAlgorithm: string;

            /** MobileDeviceMailboxPolicy approvedApplicationList. */
            approvedApplicationList: string[];

            /** MobileDeviceMailboxPolicy unapprovedInRomApplicationList. */
            unapprovedInRomApplicationList: string[];

            /** MobileDeviceMailboxPolicy uncAccessEnabled. */
            uncAccessEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy wssAccessEnabled. */
            wssAccessEnabled?: (boolean|null);

            /** MobileDeviceMailboxPolicy otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified MobileDeviceMailboxPolicy message. Does not implicitly {@link easconnector.v1.MobileDeviceMailboxPolicy.verify|verify} messages.
             * @param message MobileDeviceMailboxPolicy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.MobileDeviceMailboxPolicy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MobileDeviceMailboxPolicy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.MobileDeviceMailboxPolicy & easconnector.v1.MobileDeviceMailboxPolicy.$Shape} MobileDeviceMailboxPolicy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.MobileDeviceMailboxPolicy & easconnector.v1.MobileDeviceMailboxPolicy.$Shape;

            /**
             * Gets the type url for MobileDeviceMailboxPolicy
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MobileDeviceMailboxPolicy {

            /** Properties of a MobileDeviceMailboxPolicy. */
            interface $Properties {

                /** MobileDeviceMailboxPolicy guid */
                guid?: (string|null);

                /** MobileDeviceMailboxPolicy name */
                name?: (string|null);

                /** MobileDeviceMailboxPolicy identity */
                identity?: (string|null);

                /** MobileDeviceMailboxPolicy isDefault */
                isDefault?: (boolean|null);

                /** MobileDeviceMailboxPolicy whenChanged */
                whenChanged?: (google.protobuf.Timestamp.$Properties|null);

                /** MobileDeviceMailboxPolicy passwordEnabled */
                passwordEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy alphanumericPasswordRequired */
                alphanumericPasswordRequired?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowSimplePassword */
                allowSimplePassword?: (boolean|null);

                /** MobileDeviceMailboxPolicy minPasswordLength */
                minPasswordLength?: (number|null);

                /** MobileDeviceMailboxPolicy minPasswordComplexCharacters */
                minPasswordComplexCharacters?: (number|null);

                /** MobileDeviceMailboxPolicy passwordExpiration */
                passwordExpiration?: (easconnector.v1.UnlimitedDuration.$Properties|null);

                /** MobileDeviceMailboxPolicy passwordHistory */
                passwordHistory?: (number|null);

                /** MobileDeviceMailboxPolicy passwordRecoveryEnabled */
                passwordRecoveryEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy maxPasswordFailedAttempts */
                maxPasswordFailedAttempts?: (easconnector.v1.UnlimitedNumber.$Properties|null);

                /** MobileDeviceMailboxPolicy maxInactivityTimeLock */
                maxInactivityTimeLock?: (easconnector.v1.UnlimitedDuration.$Properties|null);

                /** MobileDeviceMailboxPolicy deviceEncryptionEnabled */
                deviceEncryptionEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy requireDeviceEncryption */
                requireDeviceEncryption?: (boolean|null);

                /** MobileDeviceMailboxPolicy requireStorageCardEncryption */
                requireStorageCardEncryption?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowStorageCard */
                allowStorageCard?: (boolean|null);

                /** MobileDeviceMailboxPolicy attachmentsEnabled */
                attachmentsEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy maxAttachmentSize */
                maxAttachmentSize?: (easconnector.v1.UnlimitedNumber.$Properties|null);

                /** MobileDeviceMailboxPolicy devicePolicyRefreshInterval */
                devicePolicyRefreshInterval?: (easconnector.v1.UnlimitedDuration.$Properties|null);

                /** MobileDeviceMailboxPolicy allowNonProvisionableDevices */
                allowNonProvisionableDevices?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowExternalDeviceManagement */
                allowExternalDeviceManagement?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowMobileOtaUpdate */
                allowMobileOtaUpdate?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowBluetooth */
                allowBluetooth?: (string|null);

                /** MobileDeviceMailboxPolicy allowBrowser */
                allowBrowser?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowCamera */
                allowCamera?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowConsumerEmail */
                allowConsumerEmail?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowDesktopSync */
                allowDesktopSync?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowHtmlEmail */
                allowHtmlEmail?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowInternetSharing */
                allowInternetSharing?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowIrda */
                allowIrda?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowPopImapEmail */
                allowPopImapEmail?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowRemoteDesktop */
                allowRemoteDesktop?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowTextMessaging */
                allowTextMessaging?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowUnsignedApplications */
                allowUnsignedApplications?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowUnsignedInstallationPackages */
                allowUnsignedInstallationPackages?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowWifi */
                allowWifi?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowApplePushNotifications */
                allowApplePushNotifications?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowGooglePushNotifications */
                allowGooglePushNotifications?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowMicrosoftPushNotifications */
                allowMicrosoftPushNotifications?: (boolean|null);

                /** MobileDeviceMailboxPolicy maxCalendarAgeFilter */
                maxCalendarAgeFilter?: (string|null);

                /** MobileDeviceMailboxPolicy maxEmailAgeFilter */
                maxEmailAgeFilter?: (string|null);

                /** MobileDeviceMailboxPolicy maxEmailBodyTruncationSize */
                maxEmailBodyTruncationSize?: (easconnector.v1.UnlimitedNumber.$Properties|null);

                /** MobileDeviceMailboxPolicy maxEmailHtmlBodyTruncationSize */
                maxEmailHtmlBodyTruncationSize?: (easconnector.v1.UnlimitedNumber.$Properties|null);

                /** MobileDeviceMailboxPolicy requireManualSyncWhenRoaming */
                requireManualSyncWhenRoaming?: (boolean|null);

                /** MobileDeviceMailboxPolicy irmEnabled */
                irmEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowSmimeSoftCerts */
                allowSmimeSoftCerts?: (boolean|null);

                /** MobileDeviceMailboxPolicy allowSmimeEncryptionAlgorithmNegotiation */
                allowSmimeEncryptionAlgorithmNegotiation?: (string|null);

                /** MobileDeviceMailboxPolicy requireEncryptedSmimeMessages */
                requireEncryptedSmimeMessages?: (boolean|null);

                /** MobileDeviceMailboxPolicy requireEncryptionSmimeAlgorithm */
                requireEncryptionSmimeAlgorithm?: (string|null);

                /** MobileDeviceMailboxPolicy requireSignedSmimeMessages */
                requireSignedSmimeMessages?: (boolean|null);

                /** MobileDeviceMailboxPolicy requireSignedSmimeAlgorithm */
                requireSignedSmimeAlgorithm?: (string|null);

                /** MobileDeviceMailboxPolicy approvedApplicationList */
                approvedApplicationList?: (string[]|null);

                /** MobileDeviceMailboxPolicy unapprovedInRomApplicationList */
                unapprovedInRomApplicationList?: (string[]|null);

                /** MobileDeviceMailboxPolicy uncAccessEnabled */
                uncAccessEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy wssAccessEnabled */
                wssAccessEnabled?: (boolean|null);

                /** MobileDeviceMailboxPolicy otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MobileDeviceMailboxPolicy. */
            type $Shape = easconnector.v1.MobileDeviceMailboxPolicy.$Properties;
        }

        /**
         * Properties of an OrganizationSettings.
         * @deprecated Use easconnector.v1.OrganizationSettings.$Properties instead.
         */
        interface IOrganizationSettings extends easconnector.v1.OrganizationSettings.$Properties {
        }

        /** Represents an OrganizationSettings. */
        class OrganizationSettings {

            /**
             * Constructs a new OrganizationSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.OrganizationSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OrganizationSettings defaultAccessLevel. */
            defaultAccessLevel: easconnector.v1.AccessLevel;

            /** OrganizationSettings userMailInsert. */
            userMailInsert: string;

            /** OrganizationSettings adminMailRecipients. */
            adminMailRecipients: string[];

            /** OrganizationSettings otaNotificationMailInsert. */
            otaNotificationMailInsert: string;

            /** OrganizationSettings allowAccessForUnsupportedPlatform. */
            allowAccessForUnsupportedPlatform?: (boolean|null);

            /** OrganizationSettings allowRmsSupportForUnenlightenedApps. */
            allowRmsSupportForUnenlightenedApps?: (boolean|null);

            /** OrganizationSettings enableMobileMailboxPolicyWhenCaInPlace. */
            enableMobileMailboxPolicyWhenCaInPlace?: (boolean|null);

            /** OrganizationSettings whenChanged. */
            whenChanged?: (google.protobuf.Timestamp.$Properties|null);

            /** OrganizationSettings otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified OrganizationSettings message. Does not implicitly {@link easconnector.v1.OrganizationSettings.verify|verify} messages.
             * @param message OrganizationSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.OrganizationSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OrganizationSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.OrganizationSettings & easconnector.v1.OrganizationSettings.$Shape} OrganizationSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.OrganizationSettings & easconnector.v1.OrganizationSettings.$Shape;

            /**
             * Gets the type url for OrganizationSettings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OrganizationSettings {

            /** Properties of an OrganizationSettings. */
            interface $Properties {

                /** OrganizationSettings defaultAccessLevel */
                defaultAccessLevel?: (easconnector.v1.AccessLevel|null);

                /** OrganizationSettings userMailInsert */
                userMailInsert?: (string|null);

                /** OrganizationSettings adminMailRecipients */
                adminMailRecipients?: (string[]|null);

                /** OrganizationSettings otaNotificationMailInsert */
                otaNotificationMailInsert?: (string|null);

                /** OrganizationSettings allowAccessForUnsupportedPlatform */
                allowAccessForUnsupportedPlatform?: (boolean|null);

                /** OrganizationSettings allowRmsSupportForUnenlightenedApps */
                allowRmsSupportForUnenlightenedApps?: (boolean|null);

                /** OrganizationSettings enableMobileMailboxPolicyWhenCaInPlace */
                enableMobileMailboxPolicyWhenCaInPlace?: (boolean|null);

                /** OrganizationSettings whenChanged */
                whenChanged?: (google.protobuf.Timestamp.$Properties|null);

                /** OrganizationSettings otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OrganizationSettings. */
            type $Shape = easconnector.v1.OrganizationSettings.$Properties;
        }

        /**
         * Properties of a DeviceAccessRule.
         * @deprecated Use easconnector.v1.DeviceAccessRule.$Properties instead.
         */
        interface IDeviceAccessRule extends easconnector.v1.DeviceAccessRule.$Properties {
        }

        /** Represents a DeviceAccessRule. */
        class DeviceAccessRule {

            /**
             * Constructs a new DeviceAccessRule.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DeviceAccessRule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceAccessRule guid. */
            guid: string;

            /** DeviceAccessRule name. */
            name: string;

            /** DeviceAccessRule identity. */
            identity: string;

            /** DeviceAccessRule characteristic. */
            characteristic: easconnector.v1.Characteristic;

            /** DeviceAccessRule queryString. */
            queryString: string;

            /** DeviceAccessRule accessLevel. */
            accessLevel: easconnector.v1.AccessLevel;

            /** DeviceAccessRule whenChanged. */
            whenChanged?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceAccessRule otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified DeviceAccessRule message. Does not implicitly {@link easconnector.v1.DeviceAccessRule.verify|verify} messages.
             * @param message DeviceAccessRule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DeviceAccessRule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceAccessRule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DeviceAccessRule & easconnector.v1.DeviceAccessRule.$Shape} DeviceAccessRule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DeviceAccessRule & easconnector.v1.DeviceAccessRule.$Shape;

            /**
             * Gets the type url for DeviceAccessRule
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceAccessRule {

            /** Properties of a DeviceAccessRule. */
            interface $Properties {

                /** DeviceAccessRule guid */
                guid?: (string|null);

                /** DeviceAccessRule name */
                name?: (string|null);

                /** DeviceAccessRule identity */
                identity?: (string|null);

                /** DeviceAccessRule characteristic */
                characteristic?: (easconnector.v1.Characteristic|null);

                /** DeviceAccessRule queryString */
                queryString?: (string|null);

                /** DeviceAccessRule accessLevel */
                accessLevel?: (easconnector.v1.AccessLevel|null);

                /** DeviceAccessRule whenChanged */
                whenChanged?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceAccessRule otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceAccessRule. */
            type $Shape = easconnector.v1.DeviceAccessRule.$Properties;
        }

        /**
         * Properties of a DeviceClass.
         * @deprecated Use easconnector.v1.DeviceClass.$Properties instead.
         */
        interface IDeviceClass extends easconnector.v1.DeviceClass.$Properties {
        }

        /** Represents a DeviceClass. */
        class DeviceClass {

            /**
             * Constructs a new DeviceClass.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DeviceClass.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceClass deviceType. */
            deviceType: string;

            /** DeviceClass deviceModel. */
            deviceModel: string;

            /** DeviceClass lastUpdateTime. */
            lastUpdateTime?: (google.protobuf.Timestamp.$Properties|null);

            /** DeviceClass otherProperties. */
            otherProperties: easconnector.v1.Property.$Properties[];

            /**
             * Encodes the specified DeviceClass message. Does not implicitly {@link easconnector.v1.DeviceClass.verify|verify} messages.
             * @param message DeviceClass message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DeviceClass.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceClass message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DeviceClass & easconnector.v1.DeviceClass.$Shape} DeviceClass
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DeviceClass & easconnector.v1.DeviceClass.$Shape;

            /**
             * Gets the type url for DeviceClass
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceClass {

            /** Properties of a DeviceClass. */
            interface $Properties {

                /** DeviceClass deviceType */
                deviceType?: (string|null);

                /** DeviceClass deviceModel */
                deviceModel?: (string|null);

                /** DeviceClass lastUpdateTime */
                lastUpdateTime?: (google.protobuf.Timestamp.$Properties|null);

                /** DeviceClass otherProperties */
                otherProperties?: (easconnector.v1.Property.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceClass. */
            type $Shape = easconnector.v1.DeviceClass.$Properties;
        }

        /**
         * Properties of a SyncTimes.
         * @deprecated Use easconnector.v1.SyncTimes.$Properties instead.
         */
        interface ISyncTimes extends easconnector.v1.SyncTimes.$Properties {
        }

        /** Represents a SyncTimes. */
        class SyncTimes {

            /**
             * Constructs a new SyncTimes.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.SyncTimes.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SyncTimes guids. */
            guids: Uint8Array;

            /** SyncTimes lastSuccessSync. */
            lastSuccessSync: (number|Long)[];

            /** SyncTimes lastSyncAttemptTime. */
            lastSyncAttemptTime: (number|Long)[];

            /** SyncTimes readAt. */
            readAt: (number|Long)[];

            /** SyncTimes isOnline. */
            isOnline: boolean[];

            /**
             * Encodes the specified SyncTimes message. Does not implicitly {@link easconnector.v1.SyncTimes.verify|verify} messages.
             * @param message SyncTimes message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.SyncTimes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncTimes message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.SyncTimes & easconnector.v1.SyncTimes.$Shape} SyncTimes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.SyncTimes & easconnector.v1.SyncTimes.$Shape;

            /**
             * Gets the type url for SyncTimes
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SyncTimes {

            /** Properties of a SyncTimes. */
            interface $Properties {

                /** SyncTimes guids */
                guids?: (Uint8Array|null);

                /** SyncTimes lastSuccessSync */
                lastSuccessSync?: ((number|Long)[]|null);

                /** SyncTimes lastSyncAttemptTime */
                lastSyncAttemptTime?: ((number|Long)[]|null);

                /** SyncTimes readAt */
                readAt?: ((number|Long)[]|null);

                /** SyncTimes isOnline */
                isOnline?: (boolean[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SyncTimes. */
            type $Shape = easconnector.v1.SyncTimes.$Properties;
        }

        /**
         * Properties of a PartnershipChange.
         * @deprecated Use easconnector.v1.PartnershipChange.$Properties instead.
         */
        interface IPartnershipChange extends easconnector.v1.PartnershipChange.$Properties {
        }

        /** Represents a PartnershipChange. */
        class PartnershipChange {

            /**
             * Constructs a new PartnershipChange.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.PartnershipChange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PartnershipChange partnership. */
            partnership?: (easconnector.v1.Partnership.$Properties|null);

            /** PartnershipChange changedFields. */
            changedFields: string[];

            /**
             * Encodes the specified PartnershipChange message. Does not implicitly {@link easconnector.v1.PartnershipChange.verify|verify} messages.
             * @param message PartnershipChange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.PartnershipChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PartnershipChange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.PartnershipChange & easconnector.v1.PartnershipChange.$Shape} PartnershipChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.PartnershipChange & easconnector.v1.PartnershipChange.$Shape;

            /**
             * Gets the type url for PartnershipChange
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PartnershipChange {

            /** Properties of a PartnershipChange. */
            interface $Properties {

                /** PartnershipChange partnership */
                partnership?: (easconnector.v1.Partnership.$Properties|null);

                /** PartnershipChange changedFields */
                changedFields?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PartnershipChange. */
            type $Shape = easconnector.v1.PartnershipChange.$Properties;
        }

        /**
         * Properties of a Finding.
         * @deprecated Use easconnector.v1.Finding.$Properties instead.
         */
        interface IFinding extends easconnector.v1.Finding.$Properties {
        }

        /** Represents a Finding. */
        class Finding {

            /**
             * Constructs a new Finding.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Finding.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Finding code. */
            code: string;

            /** Finding severity. */
            severity: easconnector.v1.Severity;

            /** Finding summary. */
            summary: string;

            /** Finding count. */
            count: number;

            /** Finding examples. */
            examples: string[];

            /** Finding drift. */
            drift: easconnector.v1.PropertyDrift.$Properties[];

            /**
             * Encodes the specified Finding message. Does not implicitly {@link easconnector.v1.Finding.verify|verify} messages.
             * @param message Finding message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Finding.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Finding message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Finding & easconnector.v1.Finding.$Shape} Finding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Finding & easconnector.v1.Finding.$Shape;

            /**
             * Gets the type url for Finding
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Finding {

            /** Properties of a Finding. */
            interface $Properties {

                /** Finding code */
                code?: (string|null);

                /** Finding severity */
                severity?: (easconnector.v1.Severity|null);

                /** Finding summary */
                summary?: (string|null);

                /** Finding count */
                count?: (number|null);

                /** Finding examples */
                examples?: (string[]|null);

                /** Finding drift */
                drift?: (easconnector.v1.PropertyDrift.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Finding. */
            type $Shape = easconnector.v1.Finding.$Properties;
        }

        /**
         * Properties of a PropertyDrift.
         * @deprecated Use easconnector.v1.PropertyDrift.$Properties instead.
         */
        interface IPropertyDrift extends easconnector.v1.PropertyDrift.$Properties {
        }

        /** Represents a PropertyDrift. */
        class PropertyDrift {

            /**
             * Constructs a new PropertyDrift.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.PropertyDrift.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PropertyDrift object. */
            object: string;

            /** PropertyDrift property. */
            property: string;

            /** PropertyDrift before. */
            before: string;

            /** PropertyDrift after. */
            after: string;

            /**
             * Encodes the specified PropertyDrift message. Does not implicitly {@link easconnector.v1.PropertyDrift.verify|verify} messages.
             * @param message PropertyDrift message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.PropertyDrift.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PropertyDrift message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.PropertyDrift & easconnector.v1.PropertyDrift.$Shape} PropertyDrift
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.PropertyDrift & easconnector.v1.PropertyDrift.$Shape;

            /**
             * Gets the type url for PropertyDrift
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PropertyDrift {

            /** Properties of a PropertyDrift. */
            interface $Properties {

                /** PropertyDrift object */
                object?: (string|null);

                /** PropertyDrift property */
                property?: (string|null);

                /** PropertyDrift before */
                before?: (string|null);

                /** PropertyDrift after */
                after?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PropertyDrift. */
            type $Shape = easconnector.v1.PropertyDrift.$Properties;
        }

        /**
         * Properties of a HostMessage.
         * @deprecated Use easconnector.v1.HostMessage.$Properties instead.
         */
        interface IHostMessage extends easconnector.v1.HostMessage.$Properties {
        }

        /** Represents a HostMessage. */
        class HostMessage {

            /**
             * Constructs a new HostMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.HostMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostMessage hello. */
            hello?: (easconnector.v1.Hello.$Properties|null);

            /** HostMessage run. */
            run?: (easconnector.v1.Run.$Properties|null);

            /** HostMessage ack. */
            ack?: (easconnector.v1.Ack.$Properties|null);

            /** HostMessage cancel. */
            cancel?: (easconnector.v1.Cancel.$Properties|null);

            /** HostMessage kind. */
            kind?: ("hello"|"run"|"ack"|"cancel");

            /**
             * Encodes the specified HostMessage message. Does not implicitly {@link easconnector.v1.HostMessage.verify|verify} messages.
             * @param message HostMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.HostMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.HostMessage & easconnector.v1.HostMessage.$Shape} HostMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.HostMessage & easconnector.v1.HostMessage.$Shape;

            /**
             * Gets the type url for HostMessage
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HostMessage {

            /** Properties of a HostMessage. */
            interface $Properties {

                /** HostMessage hello */
                hello?: (easconnector.v1.Hello.$Properties|null);

                /** HostMessage run */
                run?: (easconnector.v1.Run.$Properties|null);

                /** HostMessage ack */
                ack?: (easconnector.v1.Ack.$Properties|null);

                /** HostMessage cancel */
                cancel?: (easconnector.v1.Cancel.$Properties|null);

                /** HostMessage kind */
                kind?: ("hello"|"run"|"ack"|"cancel");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a HostMessage. */
            type $Shape = {
              hello?: easconnector.v1.Hello.$Shape|null;
              run?: easconnector.v1.Run.$Shape|null;
              ack?: easconnector.v1.Ack.$Shape|null;
              cancel?: easconnector.v1.Cancel.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; hello?: null; run?: null; ack?: null; cancel?: null }|{ kind?: "hello"; hello: easconnector.v1.Hello.$Shape; run?: null; ack?: null; cancel?: null }|{ kind?: "run"; hello?: null; run: easconnector.v1.Run.$Shape; ack?: null; cancel?: null }|{ kind?: "ack"; hello?: null; run?: null; ack: easconnector.v1.Ack.$Shape; cancel?: null }|{ kind?: "cancel"; hello?: null; run?: null; ack?: null; cancel: easconnector.v1.Cancel.$Shape })
            );
        }

        /**
         * Properties of a PluginMessage.
         * @deprecated Use easconnector.v1.PluginMessage.$Properties instead.
         */
        interface IPluginMessage extends easconnector.v1.PluginMessage.$Properties {
        }

        /** Represents a PluginMessage. */
        class PluginMessage {

            /**
             * Constructs a new PluginMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.PluginMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PluginMessage hello. */
            hello?: (easconnector.v1.Hello.$Properties|null);

            /** PluginMessage log. */
            log?: (easconnector.v1.LogRecord.$Properties|null);

            /** PluginMessage progress. */
            progress?: (easconnector.v1.Progress.$Properties|null);

            /** PluginMessage result. */
            result?: (easconnector.v1.Result.$Properties|null);

            /** PluginMessage completed. */
            completed?: (easconnector.v1.Completed.$Properties|null);

            /** PluginMessage kind. */
            kind?: ("hello"|"log"|"progress"|"result"|"completed");

            /**
             * Encodes the specified PluginMessage message. Does not implicitly {@link easconnector.v1.PluginMessage.verify|verify} messages.
             * @param message PluginMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.PluginMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PluginMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.PluginMessage & easconnector.v1.PluginMessage.$Shape} PluginMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.PluginMessage & easconnector.v1.PluginMessage.$Shape;

            /**
             * Gets the type url for PluginMessage
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PluginMessage {

            /** Properties of a PluginMessage. */
            interface $Properties {

                /** PluginMessage hello */
                hello?: (easconnector.v1.Hello.$Properties|null);

                /** PluginMessage log */
                log?: (easconnector.v1.LogRecord.$Properties|null);

                /** PluginMessage progress */
                progress?: (easconnector.v1.Progress.$Properties|null);

                /** PluginMessage result */
                result?: (easconnector.v1.Result.$Properties|null);

                /** PluginMessage completed */
                completed?: (easconnector.v1.Completed.$Properties|null);

                /** PluginMessage kind */
                kind?: ("hello"|"log"|"progress"|"result"|"completed");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PluginMessage. */
            type $Shape = {
              hello?: easconnector.v1.Hello.$Shape|null;
              log?: easconnector.v1.LogRecord.$Shape|null;
              progress?: easconnector.v1.Progress.$Shape|null;
              result?: easconnector.v1.Result.$Shape|null;
              completed?: easconnector.v1.Completed.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; hello?: null; log?: null; progress?: null; result?: null; completed?: null }|{ kind?: "hello"; hello: easconnector.v1.Hello.$Shape; log?: null; progress?: null; result?: null; completed?: null }|{ kind?: "log"; hello?: null; log: easconnector.v1.LogRecord.$Shape; progress?: null; result?: null; completed?: null }|{ kind?: "progress"; hello?: null; log?: null; progress: easconnector.v1.Progress.$Shape; result?: null; completed?: null }|{ kind?: "result"; hello?: null; log?: null; progress?: null; result: easconnector.v1.Result.$Shape; completed?: null }|{ kind?: "completed"; hello?: null; log?: null; progress?: null; result?: null; completed: easconnector.v1.Completed.$Shape })
            );
        }

        /**
         * Properties of a Hello.
         * @deprecated Use easconnector.v1.Hello.$Properties instead.
         */
        interface IHello extends easconnector.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello contractVersion. */
            contractVersion: string;

            /** Hello name. */
            name: string;

            /** Hello version. */
            version: string;

            /** Hello tasks. */
            tasks: string[];

            /**
             * Encodes the specified Hello message. Does not implicitly {@link easconnector.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Hello & easconnector.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Hello & easconnector.v1.Hello.$Shape;

            /**
             * Gets the type url for Hello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello contractVersion */
                contractVersion?: (string|null);

                /** Hello name */
                name?: (string|null);

                /** Hello version */
                version?: (string|null);

                /** Hello tasks */
                tasks?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = easconnector.v1.Hello.$Properties;
        }

        /**
         * Properties of a Run.
         * @deprecated Use easconnector.v1.Run.$Properties instead.
         */
        interface IRun extends easconnector.v1.Run.$Properties {
        }

        /** Represents a Run. */
        class Run {

            /**
             * Constructs a new Run.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Run.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Run task. */
            task: string;

            /** Run runId. */
            runId: string;

            /** Run settings. */
            settings: Uint8Array;

            /** Run dataDir. */
            dataDir: string;

            /** Run logDir. */
            logDir: string;

            /**
             * Encodes the specified Run message. Does not implicitly {@link easconnector.v1.Run.verify|verify} messages.
             * @param message Run message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Run.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Run message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Run & easconnector.v1.Run.$Shape} Run
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Run & easconnector.v1.Run.$Shape;

            /**
             * Gets the type url for Run
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Run {

            /** Properties of a Run. */
            interface $Properties {

                /** Run task */
                task?: (string|null);

                /** Run runId */
                runId?: (string|null);

                /** Run settings */
                settings?: (Uint8Array|null);

                /** Run dataDir */
                dataDir?: (string|null);

                /** Run logDir */
                logDir?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Run. */
            type $Shape = easconnector.v1.Run.$Properties;
        }

        /**
         * Properties of an Ack.
         * @deprecated Use easconnector.v1.Ack.$Properties instead.
         */
        interface IAck extends easconnector.v1.Ack.$Properties {
        }

        /** Represents an Ack. */
        class Ack {

            /**
             * Constructs a new Ack.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Ack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ack sequence. */
            sequence: (number|Long);

            /**
             * Encodes the specified Ack message. Does not implicitly {@link easconnector.v1.Ack.verify|verify} messages.
             * @param message Ack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Ack & easconnector.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Ack & easconnector.v1.Ack.$Shape;

            /**
             * Gets the type url for Ack
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Ack {

            /** Properties of an Ack. */
            interface $Properties {

                /** Ack sequence */
                sequence?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ack. */
            type $Shape = easconnector.v1.Ack.$Properties;
        }

        /**
         * Properties of a Cancel.
         * @deprecated Use easconnector.v1.Cancel.$Properties instead.
         */
        interface ICancel extends easconnector.v1.Cancel.$Properties {
        }

        /** Represents a Cancel. */
        class Cancel {

            /**
             * Constructs a new Cancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Cancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Cancel reason. */
            reason: string;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link easconnector.v1.Cancel.verify|verify} messages.
             * @param message Cancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Cancel & easconnector.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Cancel & easconnector.v1.Cancel.$Shape;

            /**
             * Gets the type url for Cancel
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Cancel {

            /** Properties of a Cancel. */
            interface $Properties {

                /** Cancel reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cancel. */
            type $Shape = easconnector.v1.Cancel.$Properties;
        }

        /**
         * Properties of a LogRecord.
         * @deprecated Use easconnector.v1.LogRecord.$Properties instead.
         */
        interface ILogRecord extends easconnector.v1.LogRecord.$Properties {
        }

        /** Represents a LogRecord. */
        class LogRecord {

            /**
             * Constructs a new LogRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.LogRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogRecord at. */
            at?: (google.protobuf.Timestamp.$Properties|null);

            /** LogRecord level. */
            level: easconnector.v1.LogLevel;

            /** LogRecord message. */
            message: string;

            /** LogRecord fields. */
            fields: { [k: string]: string };

            /**
             * Encodes the specified LogRecord message. Does not implicitly {@link easconnector.v1.LogRecord.verify|verify} messages.
             * @param message LogRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.LogRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.LogRecord & easconnector.v1.LogRecord.$Shape} LogRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.LogRecord & easconnector.v1.LogRecord.$Shape;

            /**
             * Gets the type url for LogRecord
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogRecord {

            /** Properties of a LogRecord. */
            interface $Properties {

                /** LogRecord at */
                at?: (google.protobuf.Timestamp.$Properties|null);

                /** LogRecord level */
                level?: (easconnector.v1.LogLevel|null);

                /** LogRecord message */
                message?: (string|null);

                /** LogRecord fields */
                fields?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogRecord. */
            type $Shape = easconnector.v1.LogRecord.$Properties;
        }

        /**
         * Properties of a Progress.
         * @deprecated Use easconnector.v1.Progress.$Properties instead.
         */
        interface IProgress extends easconnector.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress phase. */
            phase: string;

            /** Progress done. */
            done: (number|Long);

            /** Progress total. */
            total: (number|Long);

            /**
             * Encodes the specified Progress message. Does not implicitly {@link easconnector.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Progress & easconnector.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Progress & easconnector.v1.Progress.$Shape;

            /**
             * Gets the type url for Progress
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress phase */
                phase?: (string|null);

                /** Progress done */
                done?: (number|Long|null);

                /** Progress total */
                total?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = easconnector.v1.Progress.$Properties;
        }

        /**
         * Properties of a Result.
         * @deprecated Use easconnector.v1.Result.$Properties instead.
         */
        interface IResult extends easconnector.v1.Result.$Properties {
        }

        /** Represents a Result. */
        class Result {

            /**
             * Constructs a new Result.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Result.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Result sequence. */
            sequence: (number|Long);

            /** Result payload. */
            payload: Uint8Array;

            /**
             * Encodes the specified Result message. Does not implicitly {@link easconnector.v1.Result.verify|verify} messages.
             * @param message Result message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Result & easconnector.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Result & easconnector.v1.Result.$Shape;

            /**
             * Gets the type url for Result
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Result {

            /** Properties of a Result. */
            interface $Properties {

                /** Result sequence */
                sequence?: (number|Long|null);

                /** Result payload */
                payload?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Result. */
            type $Shape = easconnector.v1.Result.$Properties;
        }

        /**
         * Properties of a Completed.
         * @deprecated Use easconnector.v1.Completed.$Properties instead.
         */
        interface ICompleted extends easconnector.v1.Completed.$Properties {
        }

        /** Represents a Completed. */
        class Completed {

            /**
             * Constructs a new Completed.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Completed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Completed outcome. */
            outcome: easconnector.v1.RunOutcome;

            /** Completed problems. */
            problems: easconnector.v1.Problem.$Properties[];

            /**
             * Encodes the specified Completed message. Does not implicitly {@link easconnector.v1.Completed.verify|verify} messages.
             * @param message Completed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Completed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Completed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Completed & easconnector.v1.Completed.$Shape} Completed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Completed & easconnector.v1.Completed.$Shape;

            /**
             * Gets the type url for Completed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Completed {

            /** Properties of a Completed. */
            interface $Properties {

                /** Completed outcome */
                outcome?: (easconnector.v1.RunOutcome|null);

                /** Completed problems */
                problems?: (easconnector.v1.Problem.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Completed. */
            type $Shape = easconnector.v1.Completed.$Properties;
        }

        /**
         * Properties of a ManageSettings.
         * @deprecated Use easconnector.v1.ManageSettings.$Properties instead.
         */
        interface IManageSettings extends easconnector.v1.ManageSettings.$Properties {
        }

        /** Represents a ManageSettings. */
        class ManageSettings {

            /**
             * Constructs a new ManageSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ManageSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManageSettings contractVersion. */
            contractVersion: string;

            /** ManageSettings host. */
            host?: (easconnector.v1.HostSettings.$Properties|null);

            /** ManageSettings connection. */
            connection?: (easconnector.v1.Connection.$Properties|null);

            /** ManageSettings limits. */
            limits?: (easconnector.v1.Limits.$Properties|null);

            /** ManageSettings logging. */
            logging?: (easconnector.v1.Logging.$Properties|null);

            /** ManageSettings scope. */
            scope?: (easconnector.v1.Scope.$Properties|null);

            /** ManageSettings inventory. */
            inventory?: (easconnector.v1.InventorySettings.$Properties|null);

            /**
             * Encodes the specified ManageSettings message. Does not implicitly {@link easconnector.v1.ManageSettings.verify|verify} messages.
             * @param message ManageSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ManageSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManageSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ManageSettings & easconnector.v1.ManageSettings.$Shape} ManageSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ManageSettings & easconnector.v1.ManageSettings.$Shape;

            /**
             * Gets the type url for ManageSettings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManageSettings {

            /** Properties of a ManageSettings. */
            interface $Properties {

                /** ManageSettings contractVersion */
                contractVersion?: (string|null);

                /** ManageSettings host */
                host?: (easconnector.v1.HostSettings.$Properties|null);

                /** ManageSettings connection */
                connection?: (easconnector.v1.Connection.$Properties|null);

                /** ManageSettings limits */
                limits?: (easconnector.v1.Limits.$Properties|null);

                /** ManageSettings logging */
                logging?: (easconnector.v1.Logging.$Properties|null);

                /** ManageSettings scope */
                scope?: (easconnector.v1.Scope.$Properties|null);

                /** ManageSettings inventory */
                inventory?: (easconnector.v1.InventorySettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManageSettings. */
            type $Shape = {
              contractVersion?: string|null;
              host?: easconnector.v1.HostSettings.$Shape|null;
              connection?: easconnector.v1.Connection.$Shape|null;
              limits?: easconnector.v1.Limits.$Shape|null;
              logging?: easconnector.v1.Logging.$Shape|null;
              scope?: easconnector.v1.Scope.$Shape|null;
              inventory?: easconnector.v1.InventorySettings.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SecuritySettings.
         * @deprecated Use easconnector.v1.SecuritySettings.$Properties instead.
         */
        interface ISecuritySettings extends easconnector.v1.SecuritySettings.$Properties {
        }

        /** Represents a SecuritySettings. */
        class SecuritySettings {

            /**
             * Constructs a new SecuritySettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.SecuritySettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SecuritySettings contractVersion. */
            contractVersion: string;

            /** SecuritySettings host. */
            host?: (easconnector.v1.HostSettings.$Properties|null);

            /** SecuritySettings connection. */
            connection?: (easconnector.v1.Connection.$Properties|null);

            /** SecuritySettings limits. */
            limits?: (easconnector.v1.Limits.$Properties|null);

            /** SecuritySettings logging. */
            logging?: (easconnector.v1.Logging.$Properties|null);

            /** SecuritySettings scope. */
            scope?: (easconnector.v1.Scope.$Properties|null);

            /** SecuritySettings actions. */
            actions: easconnector.v1.Action.$Properties[];

            /** SecuritySettings approvals. */
            approvals: easconnector.v1.Approval.$Properties[];

            /** SecuritySettings desiredAccess. */
            desiredAccess?: (easconnector.v1.DesiredAccess.$Properties|null);

            /** SecuritySettings safety. */
            safety?: (easconnector.v1.SafetyLimits.$Properties|null);

            /** SecuritySettings hygiene. */
            hygiene?: (easconnector.v1.Hygiene.$Properties|null);

            /**
             * Encodes the specified SecuritySettings message. Does not implicitly {@link easconnector.v1.SecuritySettings.verify|verify} messages.
             * @param message SecuritySettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.SecuritySettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SecuritySettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.SecuritySettings & easconnector.v1.SecuritySettings.$Shape} SecuritySettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.SecuritySettings & easconnector.v1.SecuritySettings.$Shape;

            /**
             * Gets the type url for SecuritySettings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SecuritySettings {

            /** Properties of a SecuritySettings. */
            interface $Properties {

                /** SecuritySettings contractVersion */
                contractVersion?: (string|null);

                /** SecuritySettings host */
                host?: (easconnector.v1.HostSettings.$Properties|null);

                /** SecuritySettings connection */
                connection?: (easconnector.v1.Connection.$Properties|null);

                /** SecuritySettings limits */
                limits?: (easconnector.v1.Limits.$Properties|null);

                /** SecuritySettings logging */
                logging?: (easconnector.v1.Logging.$Properties|null);

                /** SecuritySettings scope */
                scope?: (easconnector.v1.Scope.$Properties|null);

                /** SecuritySettings actions */
                actions?: (easconnector.v1.Action.$Properties[]|null);

                /** SecuritySettings approvals */
                approvals?: (easconnector.v1.Approval.$Properties[]|null);

                /** SecuritySettings desiredAccess */
                desiredAccess?: (easconnector.v1.DesiredAccess.$Properties|null);

                /** SecuritySettings safety */
                safety?: (easconnector.v1.SafetyLimits.$Properties|null);

                /** SecuritySettings hygiene */
                hygiene?: (easconnector.v1.Hygiene.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SecuritySettings. */
            type $Shape = {
              contractVersion?: string|null;
              host?: easconnector.v1.HostSettings.$Shape|null;
              connection?: easconnector.v1.Connection.$Shape|null;
              limits?: easconnector.v1.Limits.$Shape|null;
              logging?: easconnector.v1.Logging.$Shape|null;
              scope?: easconnector.v1.Scope.$Shape|null;
              actions?: easconnector.v1.Action.$Shape[]|null;
              approvals?: easconnector.v1.Approval.$Shape[]|null;
              desiredAccess?: easconnector.v1.DesiredAccess.$Shape|null;
              safety?: easconnector.v1.SafetyLimits.$Shape|null;
              hygiene?: easconnector.v1.Hygiene.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a HostSettings.
         * @deprecated Use easconnector.v1.HostSettings.$Properties instead.
         */
        interface IHostSettings extends easconnector.v1.HostSettings.$Properties {
        }

        /** Represents a HostSettings. */
        class HostSettings {

            /**
             * Constructs a new HostSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.HostSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostSettings enabled. */
            enabled?: (boolean|null);

            /** HostSettings computerName. */
            computerName: string;

            /** HostSettings manageInterval. */
            manageInterval?: (google.protobuf.Duration.$Properties|null);

            /** HostSettings securityInterval. */
            securityInterval?: (google.protobuf.Duration.$Properties|null);

            /** HostSettings settingsInterval. */
            settingsInterval?: (google.protobuf.Duration.$Properties|null);

            /** HostSettings issuedAt. */
            issuedAt?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Encodes the specified HostSettings message. Does not implicitly {@link easconnector.v1.HostSettings.verify|verify} messages.
             * @param message HostSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.HostSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.HostSettings & easconnector.v1.HostSettings.$Shape} HostSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.HostSettings & easconnector.v1.HostSettings.$Shape;

            /**
             * Gets the type url for HostSettings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HostSettings {

            /** Properties of a HostSettings. */
            interface $Properties {

                /** HostSettings enabled */
                enabled?: (boolean|null);

                /** HostSettings computerName */
                computerName?: (string|null);

                /** HostSettings manageInterval */
                manageInterval?: (google.protobuf.Duration.$Properties|null);

                /** HostSettings securityInterval */
                securityInterval?: (google.protobuf.Duration.$Properties|null);

                /** HostSettings settingsInterval */
                settingsInterval?: (google.protobuf.Duration.$Properties|null);

                /** HostSettings issuedAt */
                issuedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostSettings. */
            type $Shape = easconnector.v1.HostSettings.$Properties;
        }

        /**
         * Properties of a Limits.
         * @deprecated Use easconnector.v1.Limits.$Properties instead.
         */
        interface ILimits extends easconnector.v1.Limits.$Properties {
        }

        /** Represents a Limits. */
        class Limits {

            /**
             * Constructs a new Limits.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Limits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Limits runTimeout. */
            runTimeout?: (google.protobuf.Duration.$Properties|null);

            /** Limits commandTimeout. */
            commandTimeout?: (google.protobuf.Duration.$Properties|null);

            /** Limits maxConcurrentCommands. */
            maxConcurrentCommands: number;

            /** Limits maxThrottleWait. */
            maxThrottleWait?: (google.protobuf.Duration.$Properties|null);

            /** Limits maxUnacknowledgedResults. */
            maxUnacknowledgedResults: number;

            /** Limits partnershipsPerResult. */
            partnershipsPerResult: number;

            /** Limits maxCommandsPerMinute. */
            maxCommandsPerMinute: number;

            /**
             * Encodes the specified Limits message. Does not implicitly {@link easconnector.v1.Limits.verify|verify} messages.
             * @param message Limits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Limits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Limits & easconnector.v1.Limits.$Shape} Limits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Limits & easconnector.v1.Limits.$Shape;

            /**
             * Gets the type url for Limits
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Limits {

            /** Properties of a Limits. */
            interface $Properties {

                /** Limits runTimeout */
                runTimeout?: (google.protobuf.Duration.$Properties|null);

                /** Limits commandTimeout */
                commandTimeout?: (google.protobuf.Duration.$Properties|null);

                /** Limits maxConcurrentCommands */
                maxConcurrentCommands?: (number|null);

                /** Limits maxThrottleWait */
                maxThrottleWait?: (google.protobuf.Duration.$Properties|null);

                /** Limits maxUnacknowledgedResults */
                maxUnacknowledgedResults?: (number|null);

                /** Limits partnershipsPerResult */
                partnershipsPerResult?: (number|null);

                /** Limits maxCommandsPerMinute */
                maxCommandsPerMinute?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Limits. */
            type $Shape = easconnector.v1.Limits.$Properties;
        }

        /**
         * Properties of a Logging.
         * @deprecated Use easconnector.v1.Logging.$Properties instead.
         */
        interface ILogging extends easconnector.v1.Logging.$Properties {
        }

        /** Represents a Logging. */
        class Logging {

            /**
             * Constructs a new Logging.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Logging.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Logging level. */
            level: easconnector.v1.LogLevel;

            /** Logging maxFileMib. */
            maxFileMib: number;

            /** Logging maxFiles. */
            maxFiles: number;

            /**
             * Encodes the specified Logging message. Does not implicitly {@link easconnector.v1.Logging.verify|verify} messages.
             * @param message Logging message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Logging.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Logging message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Logging & easconnector.v1.Logging.$Shape} Logging
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Logging & easconnector.v1.Logging.$Shape;

            /**
             * Gets the type url for Logging
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Logging {

            /** Properties of a Logging. */
            interface $Properties {

                /** Logging level */
                level?: (easconnector.v1.LogLevel|null);

                /** Logging maxFileMib */
                maxFileMib?: (number|null);

                /** Logging maxFiles */
                maxFiles?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Logging. */
            type $Shape = easconnector.v1.Logging.$Properties;
        }

        /** LogLevel enum. */
        enum LogLevel {

            /** LOG_LEVEL_UNSPECIFIED value */
            LOG_LEVEL_UNSPECIFIED = 0,

            /** LOG_LEVEL_DEBUG value */
            LOG_LEVEL_DEBUG = 1,

            /** LOG_LEVEL_INFO value */
            LOG_LEVEL_INFO = 2,

            /** LOG_LEVEL_WARN value */
            LOG_LEVEL_WARN = 3,

            /** LOG_LEVEL_ERROR value */
            LOG_LEVEL_ERROR = 4
        }

        /**
         * Properties of a Scope.
         * @deprecated Use easconnector.v1.Scope.$Properties instead.
         */
        interface IScope extends easconnector.v1.Scope.$Properties {
        }

        /** Represents a Scope. */
        class Scope {

            /**
             * Constructs a new Scope.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Scope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Scope include. */
            include?: (easconnector.v1.MailboxFilter.$Properties|null);

            /** Scope exclude. */
            exclude?: (easconnector.v1.MailboxFilter.$Properties|null);

            /** Scope recipientFilter. */
            recipientFilter: string;

            /** Scope inactiveFor. */
            inactiveFor?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified Scope message. Does not implicitly {@link easconnector.v1.Scope.verify|verify} messages.
             * @param message Scope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Scope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Scope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Scope & easconnector.v1.Scope.$Shape} Scope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Scope & easconnector.v1.Scope.$Shape;

            /**
             * Gets the type url for Scope
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Scope {

            /** Properties of a Scope. */
            interface $Properties {

                /** Scope include */
                include?: (easconnector.v1.MailboxFilter.$Properties|null);

                /** Scope exclude */
                exclude?: (easconnector.v1.MailboxFilter.$Properties|null);

                /** Scope recipientFilter */
                recipientFilter?: (string|null);

                /** Scope inactiveFor */
                inactiveFor?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Scope. */
            type $Shape = easconnector.v1.Scope.$Properties;
        }

        /**
         * Properties of a MailboxFilter.
         * @deprecated Use easconnector.v1.MailboxFilter.$Properties instead.
         */
        interface IMailboxFilter extends easconnector.v1.MailboxFilter.$Properties {
        }

        /** Represents a MailboxFilter. */
        class MailboxFilter {

            /**
             * Constructs a new MailboxFilter.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.MailboxFilter.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MailboxFilter organizationalUnits. */
            organizationalUnits: string[];

            /** MailboxFilter domains. */
            domains: string[];

            /** MailboxFilter mailboxServers. */
            mailboxServers: string[];

            /** MailboxFilter groups. */
            groups: string[];

            /** MailboxFilter recipientTypes. */
            recipientTypes: string[];

            /** MailboxFilter clientTypes. */
            clientTypes: string[];

            /**
             * Encodes the specified MailboxFilter message. Does not implicitly {@link easconnector.v1.MailboxFilter.verify|verify} messages.
             * @param message MailboxFilter message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.MailboxFilter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MailboxFilter message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.MailboxFilter & easconnector.v1.MailboxFilter.$Shape} MailboxFilter
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.MailboxFilter & easconnector.v1.MailboxFilter.$Shape;

            /**
             * Gets the type url for MailboxFilter
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MailboxFilter {

            /** Properties of a MailboxFilter. */
            interface $Properties {

                /** MailboxFilter organizationalUnits */
                organizationalUnits?: (string[]|null);

                /** MailboxFilter domains */
                domains?: (string[]|null);

                /** MailboxFilter mailboxServers */
                mailboxServers?: (string[]|null);

                /** MailboxFilter groups */
                groups?: (string[]|null);

                /** MailboxFilter recipientTypes */
                recipientTypes?: (string[]|null);

                /** MailboxFilter clientTypes */
                clientTypes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MailboxFilter. */
            type $Shape = easconnector.v1.MailboxFilter.$Properties;
        }

        /**
         * Properties of an InventorySettings.
         * @deprecated Use easconnector.v1.InventorySettings.$Properties instead.
         */
        interface IInventorySettings extends easconnector.v1.InventorySettings.$Properties {
        }

        /** Represents an InventorySettings. */
        class InventorySettings {

            /**
             * Constructs a new InventorySettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.InventorySettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventorySettings statisticsMaxAge. */
            statisticsMaxAge?: (google.protobuf.Duration.$Properties|null);

            /** InventorySettings skipStatistics. */
            skipStatistics: boolean;

            /** InventorySettings fullEveryRuns. */
            fullEveryRuns: number;

            /** InventorySettings fullRequested. */
            fullRequested: boolean;

            /** InventorySettings hostStateId. */
            hostStateId: string;

            /** InventorySettings vanishedGrace. */
            vanishedGrace?: (google.protobuf.Duration.$Properties|null);

            /** InventorySettings findings. */
            findings?: (easconnector.v1.FindingThresholds.$Properties|null);

            /** InventorySettings quietStatisticsMaxAge. */
            quietStatisticsMaxAge?: (google.protobuf.Duration.$Properties|null);

            /** InventorySettings hostStored. */
            hostStored?: (easconnector.v1.StoredResults.$Properties|null);

            /**
             * Encodes the specified InventorySettings message. Does not implicitly {@link easconnector.v1.InventorySettings.verify|verify} messages.
             * @param message InventorySettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.InventorySettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventorySettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.InventorySettings & easconnector.v1.InventorySettings.$Shape} InventorySettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.InventorySettings & easconnector.v1.InventorySettings.$Shape;

            /**
             * Gets the type url for InventorySettings
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventorySettings {

            /** Properties of an InventorySettings. */
            interface $Properties {

                /** InventorySettings statisticsMaxAge */
                statisticsMaxAge?: (google.protobuf.Duration.$Properties|null);

                /** InventorySettings skipStatistics */
                skipStatistics?: (boolean|null);

                /** InventorySettings fullEveryRuns */
                fullEveryRuns?: (number|null);

                /** InventorySettings fullRequested */
                fullRequested?: (boolean|null);

                /** InventorySettings hostStateId */
                hostStateId?: (string|null);

                /** InventorySettings vanishedGrace */
                vanishedGrace?: (google.protobuf.Duration.$Properties|null);

                /** InventorySettings findings */
                findings?: (easconnector.v1.FindingThresholds.$Properties|null);

                /** InventorySettings quietStatisticsMaxAge */
                quietStatisticsMaxAge?: (google.protobuf.Duration.$Properties|null);

                /** InventorySettings hostStored */
                hostStored?: (easconnector.v1.StoredResults.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InventorySettings. */
            type $Shape = easconnector.v1.InventorySettings.$Properties;
        }

        /**
         * Properties of a StoredResults.
         * @deprecated Use easconnector.v1.StoredResults.$Properties instead.
         */
        interface IStoredResults extends easconnector.v1.StoredResults.$Properties {
        }

        /** Represents a StoredResults. */
        class StoredResults {

            /**
             * Constructs a new StoredResults.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.StoredResults.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredResults runId. */
            runId: string;

            /** StoredResults sequence. */
            sequence: number;

            /**
             * Encodes the specified StoredResults message. Does not implicitly {@link easconnector.v1.StoredResults.verify|verify} messages.
             * @param message StoredResults message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.StoredResults.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredResults message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.StoredResults & easconnector.v1.StoredResults.$Shape} StoredResults
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.StoredResults & easconnector.v1.StoredResults.$Shape;

            /**
             * Gets the type url for StoredResults
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StoredResults {

            /** Properties of a StoredResults. */
            interface $Properties {

                /** StoredResults runId */
                runId?: (string|null);

                /** StoredResults sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredResults. */
            type $Shape = easconnector.v1.StoredResults.$Properties;
        }

        /**
         * Properties of a FindingThresholds.
         * @deprecated Use easconnector.v1.FindingThresholds.$Properties instead.
         */
        interface IFindingThresholds extends easconnector.v1.FindingThresholds.$Properties {
        }

        /** Represents a FindingThresholds. */
        class FindingThresholds {

            /**
             * Constructs a new FindingThresholds.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.FindingThresholds.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FindingThresholds staleAfter. */
            staleAfter?: (google.protobuf.Duration.$Properties|null);

            /** FindingThresholds partnershipsNearLimit. */
            partnershipsNearLimit: number;

            /**
             * Encodes the specified FindingThresholds message. Does not implicitly {@link easconnector.v1.FindingThresholds.verify|verify} messages.
             * @param message FindingThresholds message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.FindingThresholds.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FindingThresholds message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.FindingThresholds & easconnector.v1.FindingThresholds.$Shape} FindingThresholds
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.FindingThresholds & easconnector.v1.FindingThresholds.$Shape;

            /**
             * Gets the type url for FindingThresholds
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace FindingThresholds {

            /** Properties of a FindingThresholds. */
            interface $Properties {

                /** FindingThresholds staleAfter */
                staleAfter?: (google.protobuf.Duration.$Properties|null);

                /** FindingThresholds partnershipsNearLimit */
                partnershipsNearLimit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FindingThresholds. */
            type $Shape = easconnector.v1.FindingThresholds.$Properties;
        }

        /**
         * Properties of a SafetyLimits.
         * @deprecated Use easconnector.v1.SafetyLimits.$Properties instead.
         */
        interface ISafetyLimits extends easconnector.v1.SafetyLimits.$Properties {
        }

        /** Represents a SafetyLimits. */
        class SafetyLimits {

            /**
             * Constructs a new SafetyLimits.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.SafetyLimits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SafetyLimits reportOnly. */
            reportOnly: boolean;

            /** SafetyLimits maxDestructivePerRun. */
            maxDestructivePerRun?: (number|null);

            /** SafetyLimits maxDestructivePerDay. */
            maxDestructivePerDay?: (number|null);

            /** SafetyLimits protectedMailboxes. */
            protectedMailboxes: string[];

            /** SafetyLimits protectedGroups. */
            protectedGroups: string[];

            /** SafetyLimits maintenanceWindows. */
            maintenanceWindows: easconnector.v1.MaintenanceWindow.$Properties[];

            /** SafetyLimits retryFor. */
            retryFor?: (google.protobuf.Duration.$Properties|null);

            /** SafetyLimits blockWaitsForWipe. */
            blockWaitsForWipe?: (google.protobuf.Duration.$Properties|null);

            /** SafetyLimits unacknowledgedWipeAfter. */
            unacknowledgedWipeAfter?: (google.protobuf.Duration.$Properties|null);

            /** SafetyLimits silentAfter. */
            silentAfter?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified SafetyLimits message. Does not implicitly {@link easconnector.v1.SafetyLimits.verify|verify} messages.
             * @param message SafetyLimits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.SafetyLimits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SafetyLimits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.SafetyLimits & easconnector.v1.SafetyLimits.$Shape} SafetyLimits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.SafetyLimits & easconnector.v1.SafetyLimits.$Shape;

            /**
             * Gets the type url for SafetyLimits
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SafetyLimits {

            /** Properties of a SafetyLimits. */
            interface $Properties {

                /** SafetyLimits reportOnly */
                reportOnly?: (boolean|null);

                /** SafetyLimits maxDestructivePerRun */
                maxDestructivePerRun?: (number|null);

                /** SafetyLimits maxDestructivePerDay */
                maxDestructivePerDay?: (number|null);

                /** SafetyLimits protectedMailboxes */
                protectedMailboxes?: (string[]|null);

                /** SafetyLimits protectedGroups */
                protectedGroups?: (string[]|null);

                /** SafetyLimits maintenanceWindows */
                maintenanceWindows?: (easconnector.v1.MaintenanceWindow.$Properties[]|null);

                /** SafetyLimits retryFor */
                retryFor?: (google.protobuf.Duration.$Properties|null);

                /** SafetyLimits blockWaitsForWipe */
                blockWaitsForWipe?: (google.protobuf.Duration.$Properties|null);

                /** SafetyLimits unacknowledgedWipeAfter */
                unacknowledgedWipeAfter?: (google.protobuf.Duration.$Properties|null);

                /** SafetyLimits silentAfter */
                silentAfter?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SafetyLimits. */
            type $Shape = easconnector.v1.SafetyLimits.$Properties;
        }

        /**
         * Properties of a MaintenanceWindow.
         * @deprecated Use easconnector.v1.MaintenanceWindow.$Properties instead.
         */
        interface IMaintenanceWindow extends easconnector.v1.MaintenanceWindow.$Properties {
        }

        /** Represents a MaintenanceWindow. */
        class MaintenanceWindow {

            /**
             * Constructs a new MaintenanceWindow.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.MaintenanceWindow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MaintenanceWindow days. */
            days: easconnector.v1.Weekday[];

            /** MaintenanceWindow begins. */
            begins: string;

            /** MaintenanceWindow lasts. */
            lasts?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified MaintenanceWindow message. Does not implicitly {@link easconnector.v1.MaintenanceWindow.verify|verify} messages.
             * @param message MaintenanceWindow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.MaintenanceWindow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MaintenanceWindow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.MaintenanceWindow & easconnector.v1.MaintenanceWindow.$Shape} MaintenanceWindow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.MaintenanceWindow & easconnector.v1.MaintenanceWindow.$Shape;

            /**
             * Gets the type url for MaintenanceWindow
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MaintenanceWindow {

            /** Properties of a MaintenanceWindow. */
            interface $Properties {

                /** MaintenanceWindow days */
                days?: (easconnector.v1.Weekday[]|null);

                /** MaintenanceWindow begins */
                begins?: (string|null);

                /** MaintenanceWindow lasts */
                lasts?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MaintenanceWindow. */
            type $Shape = easconnector.v1.MaintenanceWindow.$Properties;
        }

        /** Weekday enum. */
        enum Weekday {

            /** WEEKDAY_UNSPECIFIED value */
            WEEKDAY_UNSPECIFIED = 0,

            /** WEEKDAY_MONDAY value */
            WEEKDAY_MONDAY = 1,

            /** WEEKDAY_TUESDAY value */
            WEEKDAY_TUESDAY = 2,

            /** WEEKDAY_WEDNESDAY value */
            WEEKDAY_WEDNESDAY = 3,

            /** WEEKDAY_THURSDAY value */
            WEEKDAY_THURSDAY = 4,

            /** WEEKDAY_FRIDAY value */
            WEEKDAY_FRIDAY = 5,

            /** WEEKDAY_SATURDAY value */
            WEEKDAY_SATURDAY = 6,

            /** WEEKDAY_SUNDAY value */
            WEEKDAY_SUNDAY = 7
        }

        /**
         * Properties of a Hygiene.
         * @deprecated Use easconnector.v1.Hygiene.$Properties instead.
         */
        interface IHygiene extends easconnector.v1.Hygiene.$Properties {
        }

        /** Represents a Hygiene. */
        class Hygiene {

            /**
             * Constructs a new Hygiene.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Hygiene.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hygiene reportDeadIds. */
            reportDeadIds: boolean;

            /** Hygiene removeDeadAllowedIds. */
            removeDeadAllowedIds: boolean;

            /** Hygiene staleAfter. */
            staleAfter?: (google.protobuf.Duration.$Properties|null);

            /** Hygiene removeStalePartnerships. */
            removeStalePartnerships: boolean;

            /** Hygiene maxRemovalsPerMonth. */
            maxRemovalsPerMonth?: (number|null);

            /** Hygiene proposeSuccessors. */
            proposeSuccessors: boolean;

            /**
             * Encodes the specified Hygiene message. Does not implicitly {@link easconnector.v1.Hygiene.verify|verify} messages.
             * @param message Hygiene message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Hygiene.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hygiene message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Hygiene & easconnector.v1.Hygiene.$Shape} Hygiene
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Hygiene & easconnector.v1.Hygiene.$Shape;

            /**
             * Gets the type url for Hygiene
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Hygiene {

            /** Properties of a Hygiene. */
            interface $Properties {

                /** Hygiene reportDeadIds */
                reportDeadIds?: (boolean|null);

                /** Hygiene removeDeadAllowedIds */
                removeDeadAllowedIds?: (boolean|null);

                /** Hygiene staleAfter */
                staleAfter?: (google.protobuf.Duration.$Properties|null);

                /** Hygiene removeStalePartnerships */
                removeStalePartnerships?: (boolean|null);

                /** Hygiene maxRemovalsPerMonth */
                maxRemovalsPerMonth?: (number|null);

                /** Hygiene proposeSuccessors */
                proposeSuccessors?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hygiene. */
            type $Shape = easconnector.v1.Hygiene.$Properties;
        }

        /**
         * Properties of a ManageResult.
         * @deprecated Use easconnector.v1.ManageResult.$Properties instead.
         */
        interface IManageResult extends easconnector.v1.ManageResult.$Properties {
        }

        /** Represents a ManageResult. */
        class ManageResult {

            /**
             * Constructs a new ManageResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ManageResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManageResult sequence. */
            sequence: (number|Long);

            /** ManageResult start. */
            start?: (easconnector.v1.InventoryStart.$Properties|null);

            /** ManageResult organizationSettings. */
            organizationSettings?: (easconnector.v1.OrganizationSettings.$Properties|null);

            /** ManageResult deviceAccessRules. */
            deviceAccessRules: easconnector.v1.DeviceAccessRule.$Properties[];

            /** ManageResult deviceClasses. */
            deviceClasses: easconnector.v1.DeviceClass.$Properties[];

            /** ManageResult policies. */
            policies: easconnector.v1.MobileDeviceMailboxPolicy.$Properties[];

            /** ManageResult mailboxes. */
            mailboxes: easconnector.v1.Mailbox.$Properties[];

            /** ManageResult partnerships. */
            partnerships: easconnector.v1.Partnership.$Properties[];

            /** ManageResult changes. */
            changes: easconnector.v1.PartnershipChange.$Properties[];

            /** ManageResult gonePartnershipGuids. */
            gonePartnershipGuids: string[];

            /** ManageResult syncTimes. */
            syncTimes?: (easconnector.v1.SyncTimes.$Properties|null);

            /** ManageResult goneMailboxGuids. */
            goneMailboxGuids: string[];

            /** ManageResult findings. */
            findings: easconnector.v1.Finding.$Properties[];

            /** ManageResult summary. */
            summary?: (easconnector.v1.ManageSummary.$Properties|null);

            /** ManageResult heldPartnershipGuids. */
            heldPartnershipGuids: string[];

            /**
             * Encodes the specified ManageResult message. Does not implicitly {@link easconnector.v1.ManageResult.verify|verify} messages.
             * @param message ManageResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ManageResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManageResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ManageResult & easconnector.v1.ManageResult.$Shape} ManageResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ManageResult & easconnector.v1.ManageResult.$Shape;

            /**
             * Gets the type url for ManageResult
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManageResult {

            /** Properties of a ManageResult. */
            interface $Properties {

                /** ManageResult sequence */
                sequence?: (number|Long|null);

                /** ManageResult start */
                start?: (easconnector.v1.InventoryStart.$Properties|null);

                /** ManageResult organizationSettings */
                organizationSettings?: (easconnector.v1.OrganizationSettings.$Properties|null);

                /** ManageResult deviceAccessRules */
                deviceAccessRules?: (easconnector.v1.DeviceAccessRule.$Properties[]|null);

                /** ManageResult deviceClasses */
                deviceClasses?: (easconnector.v1.DeviceClass.$Properties[]|null);

                /** ManageResult policies */
                policies?: (easconnector.v1.MobileDeviceMailboxPolicy.$Properties[]|null);

                /** ManageResult mailboxes */
                mailboxes?: (easconnector.v1.Mailbox.$Properties[]|null);

                /** ManageResult partnerships */
                partnerships?: (easconnector.v1.Partnership.$Properties[]|null);

                /** ManageResult changes */
                changes?: (easconnector.v1.PartnershipChange.$Properties[]|null);

                /** ManageResult gonePartnershipGuids */
                gonePartnershipGuids?: (string[]|null);

                /** ManageResult syncTimes */
                syncTimes?: (easconnector.v1.SyncTimes.$Properties|null);

                /** ManageResult goneMailboxGuids */
                goneMailboxGuids?: (string[]|null);

                /** ManageResult findings */
                findings?: (easconnector.v1.Finding.$Properties[]|null);

                /** ManageResult summary */
                summary?: (easconnector.v1.ManageSummary.$Properties|null);

                /** ManageResult heldPartnershipGuids */
                heldPartnershipGuids?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManageResult. */
            type $Shape = easconnector.v1.ManageResult.$Properties;
        }

        /**
         * Properties of an InventoryStart.
         * @deprecated Use easconnector.v1.InventoryStart.$Properties instead.
         */
        interface IInventoryStart extends easconnector.v1.InventoryStart.$Properties {
        }

        /** Represents an InventoryStart. */
        class InventoryStart {

            /**
             * Constructs a new InventoryStart.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.InventoryStart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventoryStart runId. */
            runId: string;

            /** InventoryStart connectionId. */
            connectionId: string;

            /** InventoryStart exchangeVersion. */
            exchangeVersion: easconnector.v1.ExchangeVersion;

            /** InventoryStart exchangeBuild. */
            exchangeBuild: string;

            /** InventoryStart transport. */
            transport: string;

            /** InventoryStart isFull. */
            isFull: boolean;

            /** InventoryStart baseStateId. */
            baseStateId: string;

            /** InventoryStart startedAt. */
            startedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** InventoryStart isResumed. */
            isResumed: boolean;

            /** InventoryStart resumesRunId. */
            resumesRunId: string;

            /**
             * Encodes the specified InventoryStart message. Does not implicitly {@link easconnector.v1.InventoryStart.verify|verify} messages.
             * @param message InventoryStart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.InventoryStart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventoryStart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.InventoryStart & easconnector.v1.InventoryStart.$Shape} InventoryStart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.InventoryStart & easconnector.v1.InventoryStart.$Shape;

            /**
             * Gets the type url for InventoryStart
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventoryStart {

            /** Properties of an InventoryStart. */
            interface $Properties {

                /** InventoryStart runId */
                runId?: (string|null);

                /** InventoryStart connectionId */
                connectionId?: (string|null);

                /** InventoryStart exchangeVersion */
                exchangeVersion?: (easconnector.v1.ExchangeVersion|null);

                /** InventoryStart exchangeBuild */
                exchangeBuild?: (string|null);

                /** InventoryStart transport */
                transport?: (string|null);

                /** InventoryStart isFull */
                isFull?: (boolean|null);

                /** InventoryStart baseStateId */
                baseStateId?: (string|null);

                /** InventoryStart startedAt */
                startedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** InventoryStart isResumed */
                isResumed?: (boolean|null);

                /** InventoryStart resumesRunId */
                resumesRunId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InventoryStart. */
            type $Shape = easconnector.v1.InventoryStart.$Properties;
        }

        /**
         * Properties of a ManageSummary.
         * @deprecated Use easconnector.v1.ManageSummary.$Properties instead.
         */
        interface IManageSummary extends easconnector.v1.ManageSummary.$Properties {
        }

        /** Represents a ManageSummary. */
        class ManageSummary {

            /**
             * Constructs a new ManageSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.ManageSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManageSummary outcome. */
            outcome: easconnector.v1.RunOutcome;

            /** ManageSummary problems. */
            problems: easconnector.v1.Problem.$Properties[];

            /** ManageSummary isComplete. */
            isComplete: boolean;

            /** ManageSummary stateId. */
            stateId: string;

            /** ManageSummary partnerships. */
            partnerships: number;

            /** ManageSummary mailboxes. */
            mailboxes: number;

            /** ManageSummary statisticsRead. */
            statisticsRead: number;

            /** ManageSummary byAccessState. */
            byAccessState: easconnector.v1.Count.$Properties[];

            /** ManageSummary byClient. */
            byClient: easconnector.v1.Count.$Properties[];

            /** ManageSummary byOs. */
            byOs: easconnector.v1.Count.$Properties[];

            /** ManageSummary byEasVersion. */
            byEasVersion: easconnector.v1.Count.$Properties[];

            /** ManageSummary startedAt. */
            startedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** ManageSummary endedAt. */
            endedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** ManageSummary commands. */
            commands: easconnector.v1.CommandCount.$Properties[];

            /** ManageSummary scopeApplied. */
            scopeApplied: string[];

            /** ManageSummary statisticsSpared. */
            statisticsSpared: number;

            /** ManageSummary statisticsLeft. */
            statisticsLeft: number;

            /** ManageSummary changes. */
            changes?: (easconnector.v1.InventoryChanges.$Properties|null);

            /**
             * Encodes the specified ManageSummary message. Does not implicitly {@link easconnector.v1.ManageSummary.verify|verify} messages.
             * @param message ManageSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.ManageSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManageSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.ManageSummary & easconnector.v1.ManageSummary.$Shape} ManageSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.ManageSummary & easconnector.v1.ManageSummary.$Shape;

            /**
             * Gets the type url for ManageSummary
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManageSummary {

            /** Properties of a ManageSummary. */
            interface $Properties {

                /** ManageSummary outcome */
                outcome?: (easconnector.v1.RunOutcome|null);

                /** ManageSummary problems */
                problems?: (easconnector.v1.Problem.$Properties[]|null);

                /** ManageSummary isComplete */
                isComplete?: (boolean|null);

                /** ManageSummary stateId */
                stateId?: (string|null);

                /** ManageSummary partnerships */
                partnerships?: (number|null);

                /** ManageSummary mailboxes */
                mailboxes?: (number|null);

                /** ManageSummary statisticsRead */
                statisticsRead?: (number|null);

                /** ManageSummary byAccessState */
                byAccessState?: (easconnector.v1.Count.$Properties[]|null);

                /** ManageSummary byClient */
                byClient?: (easconnector.v1.Count.$Properties[]|null);

                /** ManageSummary byOs */
                byOs?: (easconnector.v1.Count.$Properties[]|null);

                /** ManageSummary byEasVersion */
                byEasVersion?: (easconnector.v1.Count.$Properties[]|null);

                /** ManageSummary startedAt */
                startedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** ManageSummary endedAt */
                endedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** ManageSummary commands */
                commands?: (easconnector.v1.CommandCount.$Properties[]|null);

                /** ManageSummary scopeApplied */
                scopeApplied?: (string[]|null);

                /** ManageSummary statisticsSpared */
                statisticsSpared?: (number|null);

                /** ManageSummary statisticsLeft */
                statisticsLeft?: (number|null);

                /** ManageSummary changes */
                changes?: (easconnector.v1.InventoryChanges.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManageSummary. */
            type $Shape = easconnector.v1.ManageSummary.$Properties;
        }

        /**
         * Properties of an InventoryChanges.
         * @deprecated Use easconnector.v1.InventoryChanges.$Properties instead.
         */
        interface IInventoryChanges extends easconnector.v1.InventoryChanges.$Properties {
        }

        /** Represents an InventoryChanges. */
        class InventoryChanges {

            /**
             * Constructs a new InventoryChanges.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.InventoryChanges.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InventoryChanges added. */
            added: number;

            /** InventoryChanges changed. */
            changed: number;

            /** InventoryChanges synced. */
            synced: number;

            /** InventoryChanges gone. */
            gone: number;

            /** InventoryChanges held. */
            held: number;

            /**
             * Encodes the specified InventoryChanges message. Does not implicitly {@link easconnector.v1.InventoryChanges.verify|verify} messages.
             * @param message InventoryChanges message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.InventoryChanges.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InventoryChanges message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.InventoryChanges & easconnector.v1.InventoryChanges.$Shape} InventoryChanges
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.InventoryChanges & easconnector.v1.InventoryChanges.$Shape;

            /**
             * Gets the type url for InventoryChanges
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InventoryChanges {

            /** Properties of an InventoryChanges. */
            interface $Properties {

                /** InventoryChanges added */
                added?: (number|null);

                /** InventoryChanges changed */
                changed?: (number|null);

                /** InventoryChanges synced */
                synced?: (number|null);

                /** InventoryChanges gone */
                gone?: (number|null);

                /** InventoryChanges held */
                held?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InventoryChanges. */
            type $Shape = easconnector.v1.InventoryChanges.$Properties;
        }

        /**
         * Properties of a SecurityResult.
         * @deprecated Use easconnector.v1.SecurityResult.$Properties instead.
         */
        interface ISecurityResult extends easconnector.v1.SecurityResult.$Properties {
        }

        /** Represents a SecurityResult. */
        class SecurityResult {

            /**
             * Constructs a new SecurityResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.SecurityResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SecurityResult sequence. */
            sequence: (number|Long);

            /** SecurityResult outcomes. */
            outcomes: easconnector.v1.ActionOutcome.$Properties[];

            /** SecurityResult deviceStatuses. */
            deviceStatuses: easconnector.v1.DeviceStatus.$Properties[];

            /** SecurityResult accessImpact. */
            accessImpact?: (easconnector.v1.AccessImpact.$Properties|null);

            /** SecurityResult drift. */
            drift: easconnector.v1.PropertyDrift.$Properties[];

            /** SecurityResult findings. */
            findings: easconnector.v1.Finding.$Properties[];

            /** SecurityResult summary. */
            summary?: (easconnector.v1.SecuritySummary.$Properties|null);

            /** SecurityResult desiredAccess. */
            desiredAccess?: (easconnector.v1.ActionOutcome.$Properties|null);

            /**
             * Encodes the specified SecurityResult message. Does not implicitly {@link easconnector.v1.SecurityResult.verify|verify} messages.
             * @param message SecurityResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.SecurityResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SecurityResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.SecurityResult & easconnector.v1.SecurityResult.$Shape} SecurityResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.SecurityResult & easconnector.v1.SecurityResult.$Shape;

            /**
             * Gets the type url for SecurityResult
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SecurityResult {

            /** Properties of a SecurityResult. */
            interface $Properties {

                /** SecurityResult sequence */
                sequence?: (number|Long|null);

                /** SecurityResult outcomes */
                outcomes?: (easconnector.v1.ActionOutcome.$Properties[]|null);

                /** SecurityResult deviceStatuses */
                deviceStatuses?: (easconnector.v1.DeviceStatus.$Properties[]|null);

                /** SecurityResult accessImpact */
                accessImpact?: (easconnector.v1.AccessImpact.$Properties|null);

                /** SecurityResult drift */
                drift?: (easconnector.v1.PropertyDrift.$Properties[]|null);

                /** SecurityResult findings */
                findings?: (easconnector.v1.Finding.$Properties[]|null);

                /** SecurityResult summary */
                summary?: (easconnector.v1.SecuritySummary.$Properties|null);

                /** SecurityResult desiredAccess */
                desiredAccess?: (easconnector.v1.ActionOutcome.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SecurityResult. */
            type $Shape = easconnector.v1.SecurityResult.$Properties;
        }

        /**
         * Properties of a DeviceStatus.
         * @deprecated Use easconnector.v1.DeviceStatus.$Properties instead.
         */
        interface IDeviceStatus extends easconnector.v1.DeviceStatus.$Properties {
        }

        /** Represents a DeviceStatus. */
        class DeviceStatus {

            /**
             * Constructs a new DeviceStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.DeviceStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceStatus partnership. */
            partnership?: (easconnector.v1.Partnership.$Properties|null);

            /** DeviceStatus wipe. */
            wipe?: (easconnector.v1.WipeStatus.$Properties|null);

            /**
             * Encodes the specified DeviceStatus message. Does not implicitly {@link easconnector.v1.DeviceStatus.verify|verify} messages.
             * @param message DeviceStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.DeviceStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.DeviceStatus & easconnector.v1.DeviceStatus.$Shape} DeviceStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.DeviceStatus & easconnector.v1.DeviceStatus.$Shape;

            /**
             * Gets the type url for DeviceStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceStatus {

            /** Properties of a DeviceStatus. */
            interface $Properties {

                /** DeviceStatus partnership */
                partnership?: (easconnector.v1.Partnership.$Properties|null);

                /** DeviceStatus wipe */
                wipe?: (easconnector.v1.WipeStatus.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceStatus. */
            type $Shape = easconnector.v1.DeviceStatus.$Properties;
        }

        /**
         * Properties of a SecuritySummary.
         * @deprecated Use easconnector.v1.SecuritySummary.$Properties instead.
         */
        interface ISecuritySummary extends easconnector.v1.SecuritySummary.$Properties {
        }

        /** Represents a SecuritySummary. */
        class SecuritySummary {

            /**
             * Constructs a new SecuritySummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.SecuritySummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SecuritySummary outcome. */
            outcome: easconnector.v1.RunOutcome;

            /** SecuritySummary problems. */
            problems: easconnector.v1.Problem.$Properties[];

            /** SecuritySummary byState. */
            byState: easconnector.v1.Count.$Properties[];

            /** SecuritySummary changes. */
            changes: number;

            /** SecuritySummary startedAt. */
            startedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** SecuritySummary endedAt. */
            endedAt?: (google.protobuf.Timestamp.$Properties|null);

            /** SecuritySummary commands. */
            commands: easconnector.v1.CommandCount.$Properties[];

            /** SecuritySummary runId. */
            runId: string;

            /** SecuritySummary connectionId. */
            connectionId: string;

            /** SecuritySummary exchangeVersion. */
            exchangeVersion: easconnector.v1.ExchangeVersion;

            /** SecuritySummary transport. */
            transport: string;

            /**
             * Encodes the specified SecuritySummary message. Does not implicitly {@link easconnector.v1.SecuritySummary.verify|verify} messages.
             * @param message SecuritySummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.SecuritySummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SecuritySummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.SecuritySummary & easconnector.v1.SecuritySummary.$Shape} SecuritySummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.SecuritySummary & easconnector.v1.SecuritySummary.$Shape;

            /**
             * Gets the type url for SecuritySummary
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SecuritySummary {

            /** Properties of a SecuritySummary. */
            interface $Properties {

                /** SecuritySummary outcome */
                outcome?: (easconnector.v1.RunOutcome|null);

                /** SecuritySummary problems */
                problems?: (easconnector.v1.Problem.$Properties[]|null);

                /** SecuritySummary byState */
                byState?: (easconnector.v1.Count.$Properties[]|null);

                /** SecuritySummary changes */
                changes?: (number|null);

                /** SecuritySummary startedAt */
                startedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** SecuritySummary endedAt */
                endedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** SecuritySummary commands */
                commands?: (easconnector.v1.CommandCount.$Properties[]|null);

                /** SecuritySummary runId */
                runId?: (string|null);

                /** SecuritySummary connectionId */
                connectionId?: (string|null);

                /** SecuritySummary exchangeVersion */
                exchangeVersion?: (easconnector.v1.ExchangeVersion|null);

                /** SecuritySummary transport */
                transport?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SecuritySummary. */
            type $Shape = easconnector.v1.SecuritySummary.$Properties;
        }

        /**
         * Properties of a Count.
         * @deprecated Use easconnector.v1.Count.$Properties instead.
         */
        interface ICount extends easconnector.v1.Count.$Properties {
        }

        /** Represents a Count. */
        class Count {

            /**
             * Constructs a new Count.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.Count.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Count name. */
            name: string;

            /** Count count. */
            count: number;

            /**
             * Encodes the specified Count message. Does not implicitly {@link easconnector.v1.Count.verify|verify} messages.
             * @param message Count message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.Count.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Count message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.Count & easconnector.v1.Count.$Shape} Count
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.Count & easconnector.v1.Count.$Shape;

            /**
             * Gets the type url for Count
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Count {

            /** Properties of a Count. */
            interface $Properties {

                /** Count name */
                name?: (string|null);

                /** Count count */
                count?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Count. */
            type $Shape = easconnector.v1.Count.$Properties;
        }

        /**
         * Properties of a CommandCount.
         * @deprecated Use easconnector.v1.CommandCount.$Properties instead.
         */
        interface ICommandCount extends easconnector.v1.CommandCount.$Properties {
        }

        /** Represents a CommandCount. */
        class CommandCount {

            /**
             * Constructs a new CommandCount.
             * @param [properties] Properties to set
             */
            constructor(properties?: easconnector.v1.CommandCount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandCount cmdlet. */
            cmdlet: string;

            /** CommandCount calls. */
            calls: number;

            /** CommandCount failures. */
            failures: number;

            /** CommandCount throttled. */
            throttled: number;

            /** CommandCount waited. */
            waited?: (google.protobuf.Duration.$Properties|null);

            /** CommandCount p50. */
            p50?: (google.protobuf.Duration.$Properties|null);

            /** CommandCount p95. */
            p95?: (google.protobuf.Duration.$Properties|null);

            /** CommandCount max. */
            max?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified CommandCount message. Does not implicitly {@link easconnector.v1.CommandCount.verify|verify} messages.
             * @param message CommandCount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: easconnector.v1.CommandCount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandCount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {easconnector.v1.CommandCount & easconnector.v1.CommandCount.$Shape} CommandCount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): easconnector.v1.CommandCount & easconnector.v1.CommandCount.$Shape;

            /**
             * Gets the type url for CommandCount
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CommandCount {

            /** Properties of a CommandCount. */
            interface $Properties {

                /** CommandCount cmdlet */
                cmdlet?: (string|null);

                /** CommandCount calls */
                calls?: (number|null);

                /** CommandCount failures */
                failures?: (number|null);

                /** CommandCount throttled */
                throttled?: (number|null);

                /** CommandCount waited */
                waited?: (google.protobuf.Duration.$Properties|null);

                /** CommandCount p50 */
                p50?: (google.protobuf.Duration.$Properties|null);

                /** CommandCount p95 */
                p95?: (google.protobuf.Duration.$Properties|null);

                /** CommandCount max */
                max?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandCount. */
            type $Shape = easconnector.v1.CommandCount.$Properties;
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: (number|Long);

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

            /**
             * Gets the type url for Timestamp
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (number|Long|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }

        /**
         * Properties of a Duration.
         * @deprecated Use google.protobuf.Duration.$Properties instead.
         */
        interface IDuration extends google.protobuf.Duration.$Properties {
        }

        /** Represents a Duration. */
        class Duration {

            /**
             * Constructs a new Duration.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Duration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Duration seconds. */
            seconds: (number|Long);

            /** Duration nanos. */
            nanos: number;

            /**
             * Encodes the specified Duration message. Does not implicitly {@link google.protobuf.Duration.verify|verify} messages.
             * @param message Duration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Duration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Duration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Duration & google.protobuf.Duration.$Shape} Duration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Duration & google.protobuf.Duration.$Shape;

            /**
             * Gets the type url for Duration
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Duration {

            /** Properties of a Duration. */
            interface $Properties {

                /** Duration seconds */
                seconds?: (number|Long|null);

                /** Duration nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Duration. */
            type $Shape = google.protobuf.Duration.$Properties;
        }
    }
}
