/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
"use strict";

var $protobuf = require("protobufjs/minimal");

var $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
var $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

var $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

$root.easconnector = (function() {

    var easconnector = {};

    easconnector.v1 = (function() {

        var v1 = {};

        v1.AccessLevel = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ACCESS_LEVEL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ACCESS_LEVEL_ALLOW"] = 1;
            values[valuesById[2] = "ACCESS_LEVEL_BLOCK"] = 2;
            values[valuesById[3] = "ACCESS_LEVEL_QUARANTINE"] = 3;
            return values;
        })();

        v1.Characteristic = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CHARACTERISTIC_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CHARACTERISTIC_DEVICE_TYPE"] = 1;
            values[valuesById[2] = "CHARACTERISTIC_DEVICE_MODEL"] = 2;
            values[valuesById[3] = "CHARACTERISTIC_DEVICE_OS"] = 3;
            values[valuesById[4] = "CHARACTERISTIC_USER_AGENT"] = 4;
            values[valuesById[5] = "CHARACTERISTIC_XMSWL_HEADER"] = 5;
            return values;
        })();

        v1.DesiredAccess = (function() {

            var DesiredAccess = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DesiredAccess.prototype.organization = null;
            DesiredAccess.prototype.rules = null;
            DesiredAccess.prototype.preApproveExistingDevices = false;
            DesiredAccess.prototype.maxDevicesLosingAccess = null;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DesiredAccess.prototype, "_maxDevicesLosingAccess", {
                get: $util.oneOfGetter($oneOfFields = ["maxDevicesLosingAccess"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            DesiredAccess.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization"))
                    $root.easconnector.v1.DesiredOrganizationSettings.encode(message.organization, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.rules != null && $Object.hasOwnProperty.call(message, "rules"))
                    $root.easconnector.v1.DesiredRules.encode(message.rules, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.preApproveExistingDevices != null && $Object.hasOwnProperty.call(message, "preApproveExistingDevices") && message.preApproveExistingDevices !== false)
                    writer.uint32(24).bool(message.preApproveExistingDevices);
                if (message.maxDevicesLosingAccess != null && $Object.hasOwnProperty.call(message, "maxDevicesLosingAccess"))
                    writer.uint32(32).uint32(message.maxDevicesLosingAccess);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DesiredAccess.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DesiredAccess();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.organization = $root.easconnector.v1.DesiredOrganizationSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.organization);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.rules = $root.easconnector.v1.DesiredRules.decode(reader, reader.size(), $undefined, _depth + 1, message.rules);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.preApproveExistingDevices = value;
                            else
                                delete message.preApproveExistingDevices;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.maxDevicesLosingAccess = reader.uint32();
                            message._maxDevicesLosingAccess = "maxDevicesLosingAccess";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DesiredAccess.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DesiredAccess";
            };

            return DesiredAccess;
        })();

        v1.DesiredOrganizationSettings = (function() {

            var DesiredOrganizationSettings = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DesiredOrganizationSettings.prototype.defaultAccessLevel = 0;
            DesiredOrganizationSettings.prototype.userMailInsert = null;
            DesiredOrganizationSettings.prototype.adminMailRecipients = null;
            DesiredOrganizationSettings.prototype.otaNotificationMailInsert = null;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DesiredOrganizationSettings.prototype, "_userMailInsert", {
                get: $util.oneOfGetter($oneOfFields = ["userMailInsert"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DesiredOrganizationSettings.prototype, "_otaNotificationMailInsert", {
                get: $util.oneOfGetter($oneOfFields = ["otaNotificationMailInsert"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            DesiredOrganizationSettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.defaultAccessLevel != null && $Object.hasOwnProperty.call(message, "defaultAccessLevel") && message.defaultAccessLevel !== 0)
                    writer.uint32(8).int32(message.defaultAccessLevel);
                if (message.userMailInsert != null && $Object.hasOwnProperty.call(message, "userMailInsert"))
                    writer.uint32(18).string(message.userMailInsert);
                if (message.adminMailRecipients != null && $Object.hasOwnProperty.call(message, "adminMailRecipients"))
                    $root.easconnector.v1.MailRecipients.encode(message.adminMailRecipients, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.otaNotificationMailInsert != null && $Object.hasOwnProperty.call(message, "otaNotificationMailInsert"))
                    writer.uint32(34).string(message.otaNotificationMailInsert);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DesiredOrganizationSettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DesiredOrganizationSettings();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.defaultAccessLevel = value;
                            else
                                delete message.defaultAccessLevel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.userMailInsert = reader.stringVerify();
                            message._userMailInsert = "userMailInsert";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.adminMailRecipients = $root.easconnector.v1.MailRecipients.decode(reader, reader.size(), $undefined, _depth + 1, message.adminMailRecipients);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.otaNotificationMailInsert = reader.stringVerify();
                            message._otaNotificationMailInsert = "otaNotificationMailInsert";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DesiredOrganizationSettings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DesiredOrganizationSettings";
            };

            return DesiredOrganizationSettings;
        })();

        v1.MailRecipients = (function() {

            var MailRecipients = function (properties) {
                this.addresses = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MailRecipients.prototype.addresses = $util.emptyArray;

            MailRecipients.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.addresses != null && message.addresses.length)
                    for (var i = 0; i < message.addresses.length; ++i)
                        writer.uint32(10).string(message.addresses[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MailRecipients.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.MailRecipients();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            MailRecipients.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.MailRecipients";
            };

            return MailRecipients;
        })();

        v1.DesiredRules = (function() {

            var DesiredRules = function (properties) {
                this.rules = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DesiredRules.prototype.rules = $util.emptyArray;
            DesiredRules.prototype.removeOthers = false;

            DesiredRules.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rules != null && message.rules.length)
                    for (var i = 0; i < message.rules.length; ++i)
                        $root.easconnector.v1.DesiredRule.encode(message.rules[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.removeOthers != null && $Object.hasOwnProperty.call(message, "removeOthers") && message.removeOthers !== false)
                    writer.uint32(16).bool(message.removeOthers);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DesiredRules.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DesiredRules();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rules && message.rules.length))
                                message.rules = [];
                            message.rules.push($root.easconnector.v1.DesiredRule.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.removeOthers = value;
                            else
                                delete message.removeOthers;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DesiredRules.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DesiredRules";
            };

            return DesiredRules;
        })();

        v1.DesiredRule = (function() {

            var DesiredRule = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DesiredRule.prototype.characteristic = 0;
            DesiredRule.prototype.queryString = "";
            DesiredRule.prototype.accessLevel = 0;

            DesiredRule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.characteristic != null && $Object.hasOwnProperty.call(message, "characteristic") && message.characteristic !== 0)
                    writer.uint32(8).int32(message.characteristic);
                if (message.queryString != null && $Object.hasOwnProperty.call(message, "queryString") && message.queryString !== "")
                    writer.uint32(18).string(message.queryString);
                if (message.accessLevel != null && $Object.hasOwnProperty.call(message, "accessLevel") && message.accessLevel !== 0)
                    writer.uint32(24).int32(message.accessLevel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DesiredRule.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DesiredRule();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.characteristic = value;
                            else
                                delete message.characteristic;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.queryString = value;
                            else
                                delete message.queryString;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.accessLevel = value;
                            else
                                delete message.accessLevel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DesiredRule.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DesiredRule";
            };

            return DesiredRule;
        })();

        v1.AccessImpact = (function() {

            var AccessImpact = function (properties) {
                this.examplesLosing = [];
                this.examplesGaining = [];
                this.examplesAtRisk = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AccessImpact.prototype.partnerships = 0;
            AccessImpact.prototype.losing = 0;
            AccessImpact.prototype.mailboxesLosing = 0;
            AccessImpact.prototype.gaining = 0;
            AccessImpact.prototype.mailboxesGaining = 0;
            AccessImpact.prototype.undecided = 0;
            AccessImpact.prototype.examplesLosing = $util.emptyArray;
            AccessImpact.prototype.examplesGaining = $util.emptyArray;
            AccessImpact.prototype.atRisk = 0;
            AccessImpact.prototype.preApproved = 0;
            AccessImpact.prototype.mailboxesPreApproved = 0;
            AccessImpact.prototype.examplesAtRisk = $util.emptyArray;

            AccessImpact.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnerships != null && $Object.hasOwnProperty.call(message, "partnerships") && message.partnerships !== 0)
                    writer.uint32(8).uint32(message.partnerships);
                if (message.losing != null && $Object.hasOwnProperty.call(message, "losing") && message.losing !== 0)
                    writer.uint32(16).uint32(message.losing);
                if (message.mailboxesLosing != null && $Object.hasOwnProperty.call(message, "mailboxesLosing") && message.mailboxesLosing !== 0)
                    writer.uint32(24).uint32(message.mailboxesLosing);
                if (message.gaining != null && $Object.hasOwnProperty.call(message, "gaining") && message.gaining !== 0)
                    writer.uint32(32).uint32(message.gaining);
                if (message.mailboxesGaining != null && $Object.hasOwnProperty.call(message, "mailboxesGaining") && message.mailboxesGaining !== 0)
                    writer.uint32(40).uint32(message.mailboxesGaining);
                if (message.undecided != null && $Object.hasOwnProperty.call(message, "undecided") && message.undecided !== 0)
                    writer.uint32(48).uint32(message.undecided);
                if (message.examplesLosing != null && message.examplesLosing.length)
                    for (var i = 0; i < message.examplesLosing.length; ++i)
                        writer.uint32(58).string(message.examplesLosing[i]);
                if (message.examplesGaining != null && message.examplesGaining.length)
                    for (var i = 0; i < message.examplesGaining.length; ++i)
                        writer.uint32(66).string(message.examplesGaining[i]);
                if (message.atRisk != null && $Object.hasOwnProperty.call(message, "atRisk") && message.atRisk !== 0)
                    writer.uint32(72).uint32(message.atRisk);
                if (message.preApproved != null && $Object.hasOwnProperty.call(message, "preApproved") && message.preApproved !== 0)
                    writer.uint32(80).uint32(message.preApproved);
                if (message.mailboxesPreApproved != null && $Object.hasOwnProperty.call(message, "mailboxesPreApproved") && message.mailboxesPreApproved !== 0)
                    writer.uint32(88).uint32(message.mailboxesPreApproved);
                if (message.examplesAtRisk != null && message.examplesAtRisk.length)
                    for (var i = 0; i < message.examplesAtRisk.length; ++i)
                        writer.uint32(98).string(message.examplesAtRisk[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AccessImpact.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.AccessImpact();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partnerships = value;
                            else
                                delete message.partnerships;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.losing = value;
                            else
                                delete message.losing;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.mailboxesLosing = value;
                            else
                                delete message.mailboxesLosing;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.gaining = value;
                            else
                                delete message.gaining;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.mailboxesGaining = value;
                            else
                                delete message.mailboxesGaining;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.undecided = value;
                            else
                                delete message.undecided;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.examplesLosing && message.examplesLosing.length))
                                message.examplesLosing = [];
                            message.examplesLosing.push(reader.stringVerify());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.examplesGaining && message.examplesGaining.length))
                                message.examplesGaining = [];
                            message.examplesGaining.push(reader.stringVerify());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.atRisk = value;
                            else
                                delete message.atRisk;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.preApproved = value;
                            else
                                delete message.preApproved;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.mailboxesPreApproved = value;
                            else
                                delete message.mailboxesPreApproved;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.examplesAtRisk && message.examplesAtRisk.length))
                                message.examplesAtRisk = [];
                            message.examplesAtRisk.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AccessImpact.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.AccessImpact";
            };

            return AccessImpact;
        })();

        v1.Action = (function() {

            var Action = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Action.prototype.id = "";
            Action.prototype.orderedAt = null;
            Action.prototype.expiresAt = null;
            Action.prototype.orderedBy = "";
            Action.prototype.wipe = null;
            Action.prototype.cancelWipe = null;
            Action.prototype.allowDevice = null;
            Action.prototype.blockDevice = null;
            Action.prototype.removePartnership = null;
            Action.prototype.assignPolicy = null;
            Action.prototype.refreshStatus = null;

            var $oneOfFields;

            $Object.defineProperty(Action.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["wipe", "cancelWipe", "allowDevice", "blockDevice", "removePartnership", "assignPolicy", "refreshStatus"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Action.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.orderedAt != null && $Object.hasOwnProperty.call(message, "orderedAt"))
                    $root.google.protobuf.Timestamp.encode(message.orderedAt, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                    $root.google.protobuf.Timestamp.encode(message.expiresAt, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.orderedBy != null && $Object.hasOwnProperty.call(message, "orderedBy") && message.orderedBy !== "")
                    writer.uint32(34).string(message.orderedBy);
                if (message.wipe != null && $Object.hasOwnProperty.call(message, "wipe"))
                    $root.easconnector.v1.Wipe.encode(message.wipe, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.cancelWipe != null && $Object.hasOwnProperty.call(message, "cancelWipe"))
                    $root.easconnector.v1.CancelWipe.encode(message.cancelWipe, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.allowDevice != null && $Object.hasOwnProperty.call(message, "allowDevice"))
                    $root.easconnector.v1.AllowDevice.encode(message.allowDevice, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.blockDevice != null && $Object.hasOwnProperty.call(message, "blockDevice"))
                    $root.easconnector.v1.BlockDevice.encode(message.blockDevice, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.removePartnership != null && $Object.hasOwnProperty.call(message, "removePartnership"))
                    $root.easconnector.v1.RemovePartnership.encode(message.removePartnership, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.assignPolicy != null && $Object.hasOwnProperty.call(message, "assignPolicy"))
                    $root.easconnector.v1.AssignPolicy.encode(message.assignPolicy, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.refreshStatus != null && $Object.hasOwnProperty.call(message, "refreshStatus"))
                    $root.easconnector.v1.RefreshStatus.encode(message.refreshStatus, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Action.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Action();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.orderedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.orderedAt);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.expiresAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.orderedBy = value;
                            else
                                delete message.orderedBy;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.wipe = $root.easconnector.v1.Wipe.decode(reader, reader.size(), $undefined, _depth + 1, message.wipe);
                            message.kind = "wipe";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.cancelWipe = $root.easconnector.v1.CancelWipe.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelWipe);
                            message.kind = "cancelWipe";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.allowDevice = $root.easconnector.v1.AllowDevice.decode(reader, reader.size(), $undefined, _depth + 1, message.allowDevice);
                            message.kind = "allowDevice";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.blockDevice = $root.easconnector.v1.BlockDevice.decode(reader, reader.size(), $undefined, _depth + 1, message.blockDevice);
                            message.kind = "blockDevice";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.removePartnership = $root.easconnector.v1.RemovePartnership.decode(reader, reader.size(), $undefined, _depth + 1, message.removePartnership);
                            message.kind = "removePartnership";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.assignPolicy = $root.easconnector.v1.AssignPolicy.decode(reader, reader.size(), $undefined, _depth + 1, message.assignPolicy);
                            message.kind = "assignPolicy";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.refreshStatus = $root.easconnector.v1.RefreshStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.refreshStatus);
                            message.kind = "refreshStatus";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Action.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Action";
            };

            return Action;
        })();

        v1.PartnershipRef = (function() {

            var PartnershipRef = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PartnershipRef.prototype.guid = "";
            PartnershipRef.prototype.firstSyncTime = null;

            PartnershipRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guid != null && $Object.hasOwnProperty.call(message, "guid") && message.guid !== "")
                    writer.uint32(10).string(message.guid);
                if (message.firstSyncTime != null && $Object.hasOwnProperty.call(message, "firstSyncTime"))
                    $root.google.protobuf.Timestamp.encode(message.firstSyncTime, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PartnershipRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.PartnershipRef();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.guid = value;
                            else
                                delete message.guid;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.firstSyncTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.firstSyncTime);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PartnershipRef.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.PartnershipRef";
            };

            return PartnershipRef;
        })();

        v1.Wipe = (function() {

            var Wipe = function (properties) {
                this.notificationEmailAddresses = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Wipe.prototype.partnership = null;
            Wipe.prototype.kind = 0;
            Wipe.prototype.notificationEmailAddresses = $util.emptyArray;
            Wipe.prototype.standingOrderEnd = 0;
            Wipe.prototype.blockAfterwards = false;

            Wipe.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnership != null && $Object.hasOwnProperty.call(message, "partnership"))
                    $root.easconnector.v1.PartnershipRef.encode(message.partnership, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(16).int32(message.kind);
                if (message.notificationEmailAddresses != null && message.notificationEmailAddresses.length)
                    for (var i = 0; i < message.notificationEmailAddresses.length; ++i)
                        writer.uint32(26).string(message.notificationEmailAddresses[i]);
                if (message.standingOrderEnd != null && $Object.hasOwnProperty.call(message, "standingOrderEnd") && message.standingOrderEnd !== 0)
                    writer.uint32(32).int32(message.standingOrderEnd);
                if (message.blockAfterwards != null && $Object.hasOwnProperty.call(message, "blockAfterwards") && message.blockAfterwards !== false)
                    writer.uint32(40).bool(message.blockAfterwards);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Wipe.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Wipe();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.partnership = $root.easconnector.v1.PartnershipRef.decode(reader, reader.size(), $undefined, _depth + 1, message.partnership);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notificationEmailAddresses && message.notificationEmailAddresses.length))
                                message.notificationEmailAddresses = [];
                            message.notificationEmailAddresses.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.standingOrderEnd = value;
                            else
                                delete message.standingOrderEnd;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.blockAfterwards = value;
                            else
                                delete message.blockAfterwards;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Wipe.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Wipe";
            };

            return Wipe;
        })();

        v1.WipeKind = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WIPE_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "WIPE_KIND_WHOLE_DEVICE"] = 1;
            values[valuesById[2] = "WIPE_KIND_ACCOUNT_ONLY"] = 2;
            return values;
        })();

        v1.StandingOrderEnd = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STANDING_ORDER_END_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STANDING_ORDER_END_REMOVE_PARTNERSHIP"] = 1;
            values[valuesById[2] = "STANDING_ORDER_END_CANCEL_WIPE"] = 2;
            values[valuesById[3] = "STANDING_ORDER_END_KEEP"] = 3;
            return values;
        })();

        v1.CancelWipe = (function() {

            var CancelWipe = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CancelWipe.prototype.partnership = null;

            CancelWipe.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnership != null && $Object.hasOwnProperty.call(message, "partnership"))
                    $root.easconnector.v1.PartnershipRef.encode(message.partnership, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CancelWipe.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.CancelWipe();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.partnership = $root.easconnector.v1.PartnershipRef.decode(reader, reader.size(), $undefined, _depth + 1, message.partnership);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CancelWipe.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.CancelWipe";
            };

            return CancelWipe;
        })();

        v1.DeviceOfMailbox = (function() {

            var DeviceOfMailbox = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceOfMailbox.prototype.mailbox = "";
            DeviceOfMailbox.prototype.deviceId = "";

            DeviceOfMailbox.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mailbox != null && $Object.hasOwnProperty.call(message, "mailbox") && message.mailbox !== "")
                    writer.uint32(10).string(message.mailbox);
                if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                    writer.uint32(18).string(message.deviceId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceOfMailbox.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DeviceOfMailbox();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mailbox = value;
                            else
                                delete message.mailbox;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceId = value;
                            else
                                delete message.deviceId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceOfMailbox.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DeviceOfMailbox";
            };

            return DeviceOfMailbox;
        })();

        v1.AllowDevice = (function() {

            var AllowDevice = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AllowDevice.prototype.device = null;

            AllowDevice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    $root.easconnector.v1.DeviceOfMailbox.encode(message.device, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AllowDevice.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.AllowDevice();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = $root.easconnector.v1.DeviceOfMailbox.decode(reader, reader.size(), $undefined, _depth + 1, message.device);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AllowDevice.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.AllowDevice";
            };

            return AllowDevice;
        })();

        v1.BlockDevice = (function() {

            var BlockDevice = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BlockDevice.prototype.device = null;

            BlockDevice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    $root.easconnector.v1.DeviceOfMailbox.encode(message.device, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BlockDevice.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.BlockDevice();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = $root.easconnector.v1.DeviceOfMailbox.decode(reader, reader.size(), $undefined, _depth + 1, message.device);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BlockDevice.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.BlockDevice";
            };

            return BlockDevice;
        })();

        v1.RemovePartnership = (function() {

            var RemovePartnership = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RemovePartnership.prototype.partnership = null;
            RemovePartnership.prototype.clearBlockedList = false;
            RemovePartnership.prototype.evenIfWipeUnfinished = false;

            RemovePartnership.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnership != null && $Object.hasOwnProperty.call(message, "partnership"))
                    $root.easconnector.v1.PartnershipRef.encode(message.partnership, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.clearBlockedList != null && $Object.hasOwnProperty.call(message, "clearBlockedList") && message.clearBlockedList !== false)
                    writer.uint32(16).bool(message.clearBlockedList);
                if (message.evenIfWipeUnfinished != null && $Object.hasOwnProperty.call(message, "evenIfWipeUnfinished") && message.evenIfWipeUnfinished !== false)
                    writer.uint32(24).bool(message.evenIfWipeUnfinished);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RemovePartnership.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.RemovePartnership();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.partnership = $root.easconnector.v1.PartnershipRef.decode(reader, reader.size(), $undefined, _depth + 1, message.partnership);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.clearBlockedList = value;
                            else
                                delete message.clearBlockedList;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.evenIfWipeUnfinished = value;
                            else
                                delete message.evenIfWipeUnfinished;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RemovePartnership.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.RemovePartnership";
            };

            return RemovePartnership;
        })();

        v1.AssignPolicy = (function() {

            var AssignPolicy = function (properties) {
                this.mailboxes = [];
                this.groups = [];
                this.organizationalUnits = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AssignPolicy.prototype.policy = "";
            AssignPolicy.prototype.mailboxes = $util.emptyArray;
            AssignPolicy.prototype.groups = $util.emptyArray;
            AssignPolicy.prototype.organizationalUnits = $util.emptyArray;

            AssignPolicy.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== "")
                    writer.uint32(10).string(message.policy);
                if (message.mailboxes != null && message.mailboxes.length)
                    for (var i = 0; i < message.mailboxes.length; ++i)
                        writer.uint32(18).string(message.mailboxes[i]);
                if (message.groups != null && message.groups.length)
                    for (var i = 0; i < message.groups.length; ++i)
                        writer.uint32(26).string(message.groups[i]);
                if (message.organizationalUnits != null && message.organizationalUnits.length)
                    for (var i = 0; i < message.organizationalUnits.length; ++i)
                        writer.uint32(34).string(message.organizationalUnits[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AssignPolicy.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.AssignPolicy();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.mailboxes && message.mailboxes.length))
                                message.mailboxes = [];
                            message.mailboxes.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.organizationalUnits && message.organizationalUnits.length))
                                message.organizationalUnits = [];
                            message.organizationalUnits.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AssignPolicy.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.AssignPolicy";
            };

            return AssignPolicy;
        })();

        v1.RefreshStatus = (function() {

            var RefreshStatus = function (properties) {
                this.partnershipGuids = [];
                this.mailboxes = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RefreshStatus.prototype.partnershipGuids = $util.emptyArray;
            RefreshStatus.prototype.mailboxes = $util.emptyArray;

            RefreshStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnershipGuids != null && message.partnershipGuids.length)
                    for (var i = 0; i < message.partnershipGuids.length; ++i)
                        writer.uint32(10).string(message.partnershipGuids[i]);
                if (message.mailboxes != null && message.mailboxes.length)
                    for (var i = 0; i < message.mailboxes.length; ++i)
                        writer.uint32(18).string(message.mailboxes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RefreshStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.RefreshStatus();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.partnershipGuids && message.partnershipGuids.length))
                                message.partnershipGuids = [];
                            message.partnershipGuids.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.mailboxes && message.mailboxes.length))
                                message.mailboxes = [];
                            message.mailboxes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RefreshStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.RefreshStatus";
            };

            return RefreshStatus;
        })();

        v1.Approval = (function() {

            var Approval = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Approval.prototype.actionId = "";
            Approval.prototype.planHash = "";
            Approval.prototype.approvedBy = "";
            Approval.prototype.approvedAt = null;

            Approval.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actionId != null && $Object.hasOwnProperty.call(message, "actionId") && message.actionId !== "")
                    writer.uint32(10).string(message.actionId);
                if (message.planHash != null && $Object.hasOwnProperty.call(message, "planHash") && message.planHash !== "")
                    writer.uint32(18).string(message.planHash);
                if (message.approvedBy != null && $Object.hasOwnProperty.call(message, "approvedBy") && message.approvedBy !== "")
                    writer.uint32(26).string(message.approvedBy);
                if (message.approvedAt != null && $Object.hasOwnProperty.call(message, "approvedAt"))
                    $root.google.protobuf.Timestamp.encode(message.approvedAt, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Approval.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Approval();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actionId = value;
                            else
                                delete message.actionId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.planHash = value;
                            else
                                delete message.planHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.approvedBy = value;
                            else
                                delete message.approvedBy;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.approvedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.approvedAt);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Approval.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Approval";
            };

            return Approval;
        })();

        v1.ActionState = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ACTION_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ACTION_STATE_SUCCEEDED"] = 1;
            values[valuesById[2] = "ACTION_STATE_NOTHING_TO_DO"] = 2;
            values[valuesById[3] = "ACTION_STATE_PENDING"] = 3;
            values[valuesById[4] = "ACTION_STATE_APPLIED_UNCONFIRMED"] = 4;
            values[valuesById[5] = "ACTION_STATE_AWAITING_APPROVAL"] = 5;
            values[valuesById[6] = "ACTION_STATE_WAITING"] = 6;
            values[valuesById[7] = "ACTION_STATE_REFUSED"] = 7;
            values[valuesById[8] = "ACTION_STATE_SUPERSEDED"] = 8;
            values[valuesById[9] = "ACTION_STATE_EXPIRED"] = 9;
            values[valuesById[10] = "ACTION_STATE_CANCELLED"] = 10;
            values[valuesById[11] = "ACTION_STATE_FAILED"] = 11;
            values[valuesById[12] = "ACTION_STATE_NOT_IN_THIS_ORGANIZATION"] = 12;
            values[valuesById[13] = "ACTION_STATE_WOULD_BE_DONE"] = 13;
            return values;
        })();

        v1.ActionOutcome = (function() {

            var ActionOutcome = function (properties) {
                this.problems = [];
                this.steps = [];
                this.attempts = [];
                this.mailboxes = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ActionOutcome.prototype.actionId = "";
            ActionOutcome.prototype.state = 0;
            ActionOutcome.prototype.summary = "";
            ActionOutcome.prototype.problems = $util.emptyArray;
            ActionOutcome.prototype.isFinal = false;
            ActionOutcome.prototype.steps = $util.emptyArray;
            ActionOutcome.prototype.planHash = "";
            ActionOutcome.prototype.wipe = null;
            ActionOutcome.prototype.attempts = $util.emptyArray;
            ActionOutcome.prototype.mailboxes = $util.emptyArray;
            ActionOutcome.prototype.at = null;
            ActionOutcome.prototype.nextAttemptAt = null;

            ActionOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actionId != null && $Object.hasOwnProperty.call(message, "actionId") && message.actionId !== "")
                    writer.uint32(10).string(message.actionId);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(16).int32(message.state);
                if (message.summary != null && $Object.hasOwnProperty.call(message, "summary") && message.summary !== "")
                    writer.uint32(26).string(message.summary);
                if (message.problems != null && message.problems.length)
                    for (var i = 0; i < message.problems.length; ++i)
                        $root.easconnector.v1.Problem.encode(message.problems[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.isFinal != null && $Object.hasOwnProperty.call(message, "isFinal") && message.isFinal !== false)
                    writer.uint32(40).bool(message.isFinal);
                if (message.steps != null && message.steps.length)
                    for (var i = 0; i < message.steps.length; ++i)
                        writer.uint32(50).string(message.steps[i]);
                if (message.planHash != null && $Object.hasOwnProperty.call(message, "planHash") && message.planHash !== "")
                    writer.uint32(58).string(message.planHash);
                if (message.wipe != null && $Object.hasOwnProperty.call(message, "wipe"))
                    $root.easconnector.v1.WipeStatus.encode(message.wipe, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.attempts != null && message.attempts.length)
                    for (var i = 0; i < message.attempts.length; ++i)
                        $root.easconnector.v1.Attempt.encode(message.attempts[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.mailboxes != null && message.mailboxes.length)
                    for (var i = 0; i < message.mailboxes.length; ++i)
                        $root.easconnector.v1.MailboxOutcome.encode(message.mailboxes[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.google.protobuf.Timestamp.encode(message.at, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.nextAttemptAt != null && $Object.hasOwnProperty.call(message, "nextAttemptAt"))
                    $root.google.protobuf.Timestamp.encode(message.nextAttemptAt, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ActionOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ActionOutcome();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actionId = value;
                            else
                                delete message.actionId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.summary = value;
                            else
                                delete message.summary;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.easconnector.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isFinal = value;
                            else
                                delete message.isFinal;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.steps && message.steps.length))
                                message.steps = [];
                            message.steps.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.planHash = value;
                            else
                                delete message.planHash;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.wipe = $root.easconnector.v1.WipeStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.wipe);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.easconnector.v1.Attempt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.mailboxes && message.mailboxes.length))
                                message.mailboxes = [];
                            message.mailboxes.push($root.easconnector.v1.MailboxOutcome.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.nextAttemptAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.nextAttemptAt);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ActionOutcome.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ActionOutcome";
            };

            return ActionOutcome;
        })();

        v1.Attempt = (function() {

            var Attempt = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Attempt.prototype.at = null;
            Attempt.prototype.problem = null;

            Attempt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.google.protobuf.Timestamp.encode(message.at, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.problem != null && $Object.hasOwnProperty.call(message, "problem"))
                    $root.easconnector.v1.Problem.encode(message.problem, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Attempt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Attempt();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.problem = $root.easconnector.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1, message.problem);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Attempt.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Attempt";
            };

            return Attempt;
        })();

        v1.MailboxOutcome = (function() {

            var MailboxOutcome = function (properties) {
                this.problems = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MailboxOutcome.prototype.mailboxGuid = "";
            MailboxOutcome.prototype.mailbox = "";
            MailboxOutcome.prototype.state = 0;
            MailboxOutcome.prototype.problems = $util.emptyArray;

            MailboxOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mailboxGuid != null && $Object.hasOwnProperty.call(message, "mailboxGuid") && message.mailboxGuid !== "")
                    writer.uint32(10).string(message.mailboxGuid);
                if (message.mailbox != null && $Object.hasOwnProperty.call(message, "mailbox") && message.mailbox !== "")
                    writer.uint32(18).string(message.mailbox);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(24).int32(message.state);
                if (message.problems != null && message.problems.length)
                    for (var i = 0; i < message.problems.length; ++i)
                        $root.easconnector.v1.Problem.encode(message.problems[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MailboxOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.MailboxOutcome();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mailboxGuid = value;
                            else
                                delete message.mailboxGuid;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mailbox = value;
                            else
                                delete message.mailbox;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.easconnector.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            MailboxOutcome.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.MailboxOutcome";
            };

            return MailboxOutcome;
        })();

        v1.WipeStatus = (function() {

            var WipeStatus = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WipeStatus.prototype.phase = 0;
            WipeStatus.prototype.kind = 0;
            WipeStatus.prototype.effect = 0;
            WipeStatus.prototype.requestedAt = null;
            WipeStatus.prototype.sentAt = null;
            WipeStatus.prototype.acknowledgedAt = null;
            WipeStatus.prototype.endedAt = null;
            WipeStatus.prototype.lastSyncAttemptAt = null;
            WipeStatus.prototype.known = "";
            WipeStatus.prototype.partnership = null;

            WipeStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                    writer.uint32(8).int32(message.phase);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(16).int32(message.kind);
                if (message.effect != null && $Object.hasOwnProperty.call(message, "effect") && message.effect !== 0)
                    writer.uint32(24).int32(message.effect);
                if (message.requestedAt != null && $Object.hasOwnProperty.call(message, "requestedAt"))
                    $root.google.protobuf.Timestamp.encode(message.requestedAt, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt"))
                    $root.google.protobuf.Timestamp.encode(message.sentAt, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.acknowledgedAt != null && $Object.hasOwnProperty.call(message, "acknowledgedAt"))
                    $root.google.protobuf.Timestamp.encode(message.acknowledgedAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.endedAt != null && $Object.hasOwnProperty.call(message, "endedAt"))
                    $root.google.protobuf.Timestamp.encode(message.endedAt, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.lastSyncAttemptAt != null && $Object.hasOwnProperty.call(message, "lastSyncAttemptAt"))
                    $root.google.protobuf.Timestamp.encode(message.lastSyncAttemptAt, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.known != null && $Object.hasOwnProperty.call(message, "known") && message.known !== "")
                    writer.uint32(74).string(message.known);
                if (message.partnership != null && $Object.hasOwnProperty.call(message, "partnership"))
                    $root.easconnector.v1.PartnershipRef.encode(message.partnership, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WipeStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.WipeStatus();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.effect = value;
                            else
                                delete message.effect;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.requestedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.requestedAt);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.sentAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.sentAt);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.acknowledgedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.acknowledgedAt);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.endedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.endedAt);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.lastSyncAttemptAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.lastSyncAttemptAt);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.known = value;
                            else
                                delete message.known;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.partnership = $root.easconnector.v1.PartnershipRef.decode(reader, reader.size(), $undefined, _depth + 1, message.partnership);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WipeStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.WipeStatus";
            };

            return WipeStatus;
        })();

        v1.WipePhase = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WIPE_PHASE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "WIPE_PHASE_REQUESTED"] = 1;
            values[valuesById[2] = "WIPE_PHASE_ISSUED"] = 2;
            values[valuesById[3] = "WIPE_PHASE_PENDING"] = 3;
            values[valuesById[4] = "WIPE_PHASE_SENT"] = 4;
            values[valuesById[5] = "WIPE_PHASE_ACKNOWLEDGED"] = 5;
            values[valuesById[6] = "WIPE_PHASE_STANDING_ORDER_ENDED"] = 6;
            values[valuesById[7] = "WIPE_PHASE_CANCELLED"] = 7;
            values[valuesById[8] = "WIPE_PHASE_SUPERSEDED"] = 8;
            values[valuesById[9] = "WIPE_PHASE_EXPIRED"] = 9;
            return values;
        })();

        v1.WipeEffect = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WIPE_EFFECT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "WIPE_EFFECT_WHOLE_DEVICE"] = 1;
            values[valuesById[2] = "WIPE_EFFECT_ACCOUNT"] = 2;
            values[valuesById[3] = "WIPE_EFFECT_APP_DATA"] = 3;
            return values;
        })();

        v1.Severity = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SEVERITY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SEVERITY_INFO"] = 1;
            values[valuesById[2] = "SEVERITY_WARNING"] = 2;
            values[valuesById[3] = "SEVERITY_ERROR"] = 3;
            return values;
        })();

        v1.Problem = (function() {

            var Problem = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Problem.prototype.severity = 0;
            Problem.prototype.code = "";
            Problem.prototype.path = "";
            Problem.prototype.summary = "";
            Problem.prototype.detail = "";

            Problem.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.severity != null && $Object.hasOwnProperty.call(message, "severity") && message.severity !== 0)
                    writer.uint32(8).int32(message.severity);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(18).string(message.code);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(26).string(message.path);
                if (message.summary != null && $Object.hasOwnProperty.call(message, "summary") && message.summary !== "")
                    writer.uint32(34).string(message.summary);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(42).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Problem.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Problem();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.severity = value;
                            else
                                delete message.severity;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.summary = value;
                            else
                                delete message.summary;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Problem.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Problem";
            };

            return Problem;
        })();

        v1.RunOutcome = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "RUN_OUTCOME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "RUN_OUTCOME_SUCCEEDED"] = 1;
            values[valuesById[2] = "RUN_OUTCOME_PARTIAL"] = 2;
            values[valuesById[3] = "RUN_OUTCOME_FAILED"] = 3;
            values[valuesById[4] = "RUN_OUTCOME_CANCELLED"] = 4;
            return values;
        })();

        v1.Connection = (function() {

            var Connection = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Connection.prototype.id = "";
            Connection.prototype.displayName = "";
            Connection.prototype.exchangeOnline = null;
            Connection.prototype.remotePowerShell = null;
            Connection.prototype.managementTools = null;
            Connection.prototype.transport = 0;
            Connection.prototype.powerShell = null;
            Connection.prototype.network = null;

            var $oneOfFields;

            $Object.defineProperty(Connection.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["exchangeOnline", "remotePowerShell", "managementTools"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Connection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.displayName != null && $Object.hasOwnProperty.call(message, "displayName") && message.displayName !== "")
                    writer.uint32(18).string(message.displayName);
                if (message.exchangeOnline != null && $Object.hasOwnProperty.call(message, "exchangeOnline"))
                    $root.easconnector.v1.ExchangeOnline.encode(message.exchangeOnline, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.remotePowerShell != null && $Object.hasOwnProperty.call(message, "remotePowerShell"))
                    $root.easconnector.v1.RemotePowerShell.encode(message.remotePowerShell, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.managementTools != null && $Object.hasOwnProperty.call(message, "managementTools"))
                    $root.easconnector.v1.ManagementTools.encode(message.managementTools, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== 0)
                    writer.uint32(48).int32(message.transport);
                if (message.powerShell != null && $Object.hasOwnProperty.call(message, "powerShell"))
                    $root.easconnector.v1.PowerShell.encode(message.powerShell, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
                    $root.easconnector.v1.Network.encode(message.network, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Connection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Connection();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.displayName = value;
                            else
                                delete message.displayName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.exchangeOnline = $root.easconnector.v1.ExchangeOnline.decode(reader, reader.size(), $undefined, _depth + 1, message.exchangeOnline);
                            message.kind = "exchangeOnline";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.remotePowerShell = $root.easconnector.v1.RemotePowerShell.decode(reader, reader.size(), $undefined, _depth + 1, message.remotePowerShell);
                            message.kind = "remotePowerShell";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.managementTools = $root.easconnector.v1.ManagementTools.decode(reader, reader.size(), $undefined, _depth + 1, message.managementTools);
                            message.kind = "managementTools";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.powerShell = $root.easconnector.v1.PowerShell.decode(reader, reader.size(), $undefined, _depth + 1, message.powerShell);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.network = $root.easconnector.v1.Network.decode(reader, reader.size(), $undefined, _depth + 1, message.network);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Connection.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Connection";
            };

            return Connection;
        })();

        v1.Transport = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "TRANSPORT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "TRANSPORT_ADMIN_API"] = 1;
            values[valuesById[2] = "TRANSPORT_CHILD"] = 2;
            values[valuesById[3] = "TRANSPORT_IN_PROCESS"] = 3;
            values[valuesById[4] = "TRANSPORT_PSRP"] = 4;
            return values;
        })();

        v1.ExchangeOnline = (function() {

            var ExchangeOnline = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExchangeOnline.prototype.tenant = "";
            ExchangeOnline.prototype.clientId = "";
            ExchangeOnline.prototype.clientCertificate = null;
            ExchangeOnline.prototype.clientSecret = null;
            ExchangeOnline.prototype.managedIdentity = null;
            ExchangeOnline.prototype.cloud = 0;
            ExchangeOnline.prototype.authorityUrl = "";
            ExchangeOnline.prototype.adminApiUrl = "";
            ExchangeOnline.prototype.scope = "";
            ExchangeOnline.prototype.organization = "";

            var $oneOfFields;

            $Object.defineProperty(ExchangeOnline.prototype, "credential", {
                get: $util.oneOfGetter($oneOfFields = ["clientCertificate", "clientSecret", "managedIdentity"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ExchangeOnline.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tenant != null && $Object.hasOwnProperty.call(message, "tenant") && message.tenant !== "")
                    writer.uint32(10).string(message.tenant);
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId") && message.clientId !== "")
                    writer.uint32(18).string(message.clientId);
                if (message.clientCertificate != null && $Object.hasOwnProperty.call(message, "clientCertificate"))
                    $root.easconnector.v1.ClientCertificate.encode(message.clientCertificate, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.clientSecret != null && $Object.hasOwnProperty.call(message, "clientSecret"))
                    writer.uint32(34).string(message.clientSecret);
                if (message.managedIdentity != null && $Object.hasOwnProperty.call(message, "managedIdentity"))
                    $root.easconnector.v1.ManagedIdentity.encode(message.managedIdentity, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.cloud != null && $Object.hasOwnProperty.call(message, "cloud") && message.cloud !== 0)
                    writer.uint32(48).int32(message.cloud);
                if (message.authorityUrl != null && $Object.hasOwnProperty.call(message, "authorityUrl") && message.authorityUrl !== "")
                    writer.uint32(58).string(message.authorityUrl);
                if (message.adminApiUrl != null && $Object.hasOwnProperty.call(message, "adminApiUrl") && message.adminApiUrl !== "")
                    writer.uint32(66).string(message.adminApiUrl);
                if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope !== "")
                    writer.uint32(74).string(message.scope);
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization") && message.organization !== "")
                    writer.uint32(82).string(message.organization);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ExchangeOnline.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ExchangeOnline();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tenant = value;
                            else
                                delete message.tenant;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientId = value;
                            else
                                delete message.clientId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.clientCertificate = $root.easconnector.v1.ClientCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.clientCertificate);
                            message.credential = "clientCertificate";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.clientSecret = reader.stringVerify();
                            message.credential = "clientSecret";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.managedIdentity = $root.easconnector.v1.ManagedIdentity.decode(reader, reader.size(), $undefined, _depth + 1, message.managedIdentity);
                            message.credential = "managedIdentity";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.cloud = value;
                            else
                                delete message.cloud;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.authorityUrl = value;
                            else
                                delete message.authorityUrl;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.adminApiUrl = value;
                            else
                                delete message.adminApiUrl;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scope = value;
                            else
                                delete message.scope;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organization = value;
                            else
                                delete message.organization;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ExchangeOnline.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ExchangeOnline";
            };

            return ExchangeOnline;
        })();

        v1.Cloud = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CLOUD_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CLOUD_WORLDWIDE"] = 1;
            values[valuesById[2] = "CLOUD_US_GOVERNMENT_GCC_HIGH"] = 2;
            values[valuesById[3] = "CLOUD_US_GOVERNMENT_DOD"] = 3;
            values[valuesById[4] = "CLOUD_CHINA"] = 4;
            return values;
        })();

        v1.ClientCertificate = (function() {

            var ClientCertificate = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ClientCertificate.prototype.certificatePem = "";
            ClientCertificate.prototype.privateKeyPem = "";
            ClientCertificate.prototype.certificateFile = "";
            ClientCertificate.prototype.privateKeyFile = "";
            ClientCertificate.prototype.privateKeyPassword = "";
            ClientCertificate.prototype.thumbprint = "";

            ClientCertificate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.certificatePem != null && $Object.hasOwnProperty.call(message, "certificatePem") && message.certificatePem !== "")
                    writer.uint32(10).string(message.certificatePem);
                if (message.privateKeyPem != null && $Object.hasOwnProperty.call(message, "privateKeyPem") && message.privateKeyPem !== "")
                    writer.uint32(18).string(message.privateKeyPem);
                if (message.certificateFile != null && $Object.hasOwnProperty.call(message, "certificateFile") && message.certificateFile !== "")
                    writer.uint32(26).string(message.certificateFile);
                if (message.privateKeyFile != null && $Object.hasOwnProperty.call(message, "privateKeyFile") && message.privateKeyFile !== "")
                    writer.uint32(34).string(message.privateKeyFile);
                if (message.privateKeyPassword != null && $Object.hasOwnProperty.call(message, "privateKeyPassword") && message.privateKeyPassword !== "")
                    writer.uint32(42).string(message.privateKeyPassword);
                if (message.thumbprint != null && $Object.hasOwnProperty.call(message, "thumbprint") && message.thumbprint !== "")
                    writer.uint32(50).string(message.thumbprint);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ClientCertificate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ClientCertificate();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.certificatePem = value;
                            else
                                delete message.certificatePem;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.privateKeyPem = value;
                            else
                                delete message.privateKeyPem;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.certificateFile = value;
                            else
                                delete message.certificateFile;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.privateKeyFile = value;
                            else
                                delete message.privateKeyFile;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.privateKeyPassword = value;
                            else
                                delete message.privateKeyPassword;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.thumbprint = value;
                            else
                                delete message.thumbprint;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ClientCertificate.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ClientCertificate";
            };

            return ClientCertificate;
        })();

        v1.ManagedIdentity = (function() {

            var ManagedIdentity = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManagedIdentity.prototype.userAssigned = false;

            ManagedIdentity.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.userAssigned != null && $Object.hasOwnProperty.call(message, "userAssigned") && message.userAssigned !== false)
                    writer.uint32(8).bool(message.userAssigned);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManagedIdentity.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ManagedIdentity();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.userAssigned = value;
                            else
                                delete message.userAssigned;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManagedIdentity.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ManagedIdentity";
            };

            return ManagedIdentity;
        })();

        v1.RemotePowerShell = (function() {

            var RemotePowerShell = function (properties) {
                this.urls = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RemotePowerShell.prototype.urls = $util.emptyArray;
            RemotePowerShell.prototype.authentication = 0;
            RemotePowerShell.prototype.username = "";
            RemotePowerShell.prototype.password = "";
            RemotePowerShell.prototype.configurationName = "";
            RemotePowerShell.prototype.keytabFile = "";
            RemotePowerShell.prototype.allowRedirection = false;

            RemotePowerShell.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.urls != null && message.urls.length)
                    for (var i = 0; i < message.urls.length; ++i)
                        writer.uint32(10).string(message.urls[i]);
                if (message.authentication != null && $Object.hasOwnProperty.call(message, "authentication") && message.authentication !== 0)
                    writer.uint32(16).int32(message.authentication);
                if (message.username != null && $Object.hasOwnProperty.call(message, "username") && message.username !== "")
                    writer.uint32(26).string(message.username);
                if (message.password != null && $Object.hasOwnProperty.call(message, "password") && message.password !== "")
                    writer.uint32(34).string(message.password);
                if (message.configurationName != null && $Object.hasOwnProperty.call(message, "configurationName") && message.configurationName !== "")
                    writer.uint32(42).string(message.configurationName);
                if (message.keytabFile != null && $Object.hasOwnProperty.call(message, "keytabFile") && message.keytabFile !== "")
                    writer.uint32(50).string(message.keytabFile);
                if (message.allowRedirection != null && $Object.hasOwnProperty.call(message, "allowRedirection") && message.allowRedirection !== false)
                    writer.uint32(56).bool(message.allowRedirection);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RemotePowerShell.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.RemotePowerShell();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.urls && message.urls.length))
                                message.urls = [];
                            message.urls.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.authentication = value;
                            else
                                delete message.authentication;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.username = value;
                            else
                                delete message.username;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.password = value;
                            else
                                delete message.password;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configurationName = value;
                            else
                                delete message.configurationName;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keytabFile = value;
                            else
                                delete message.keytabFile;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.allowRedirection = value;
                            else
                                delete message.allowRedirection;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RemotePowerShell.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.RemotePowerShell";
            };

            return RemotePowerShell;
        })();

        v1.Authentication = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "AUTHENTICATION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "AUTHENTICATION_KERBEROS"] = 1;
            values[valuesById[2] = "AUTHENTICATION_NEGOTIATE"] = 2;
            values[valuesById[3] = "AUTHENTICATION_BASIC"] = 3;
            return values;
        })();

        v1.ManagementTools = (function() {

            var ManagementTools = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManagementTools.prototype.load = 0;
            ManagementTools.prototype.server = "";
            ManagementTools.prototype.remoteExchangeScript = "";

            ManagementTools.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.load != null && $Object.hasOwnProperty.call(message, "load") && message.load !== 0)
                    writer.uint32(8).int32(message.load);
                if (message.server != null && $Object.hasOwnProperty.call(message, "server") && message.server !== "")
                    writer.uint32(18).string(message.server);
                if (message.remoteExchangeScript != null && $Object.hasOwnProperty.call(message, "remoteExchangeScript") && message.remoteExchangeScript !== "")
                    writer.uint32(26).string(message.remoteExchangeScript);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManagementTools.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ManagementTools();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.load = value;
                            else
                                delete message.load;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.server = value;
                            else
                                delete message.server;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.remoteExchangeScript = value;
                            else
                                delete message.remoteExchangeScript;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManagementTools.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ManagementTools";
            };

            return ManagementTools;
        })();

        v1.ManagementToolsLoad = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "MANAGEMENT_TOOLS_LOAD_UNSPECIFIED"] = 0;
            values[valuesById[1] = "MANAGEMENT_TOOLS_LOAD_REMOTE_EXCHANGE"] = 1;
            values[valuesById[2] = "MANAGEMENT_TOOLS_LOAD_SNAP_IN"] = 2;
            return values;
        })();

        v1.PowerShell = (function() {

            var PowerShell = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PowerShell.prototype.edition = 0;
            PowerShell.prototype.executable = "";
            PowerShell.prototype.exchangeOnlineModule = "";
            PowerShell.prototype.startTimeout = null;

            PowerShell.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.edition != null && $Object.hasOwnProperty.call(message, "edition") && message.edition !== 0)
                    writer.uint32(8).int32(message.edition);
                if (message.executable != null && $Object.hasOwnProperty.call(message, "executable") && message.executable !== "")
                    writer.uint32(18).string(message.executable);
                if (message.exchangeOnlineModule != null && $Object.hasOwnProperty.call(message, "exchangeOnlineModule") && message.exchangeOnlineModule !== "")
                    writer.uint32(26).string(message.exchangeOnlineModule);
                if (message.startTimeout != null && $Object.hasOwnProperty.call(message, "startTimeout"))
                    $root.google.protobuf.Duration.encode(message.startTimeout, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PowerShell.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.PowerShell();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.edition = value;
                            else
                                delete message.edition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.executable = value;
                            else
                                delete message.executable;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.exchangeOnlineModule = value;
                            else
                                delete message.exchangeOnlineModule;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.startTimeout = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.startTimeout);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PowerShell.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.PowerShell";
            };

            return PowerShell;
        })();

        v1.PowerShellEdition = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "POWER_SHELL_EDITION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "POWER_SHELL_EDITION_WINDOWS_POWER_SHELL"] = 1;
            values[valuesById[2] = "POWER_SHELL_EDITION_POWER_SHELL"] = 2;
            return values;
        })();

        v1.Network = (function() {

            var Network = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Network.prototype.caPem = "";
            Network.prototype.caFile = "";
            Network.prototype.pinnedCertificateSha256 = "";
            Network.prototype.proxyUrl = "";
            Network.prototype.proxyUsername = "";
            Network.prototype.proxyPassword = "";
            Network.prototype.connectTimeout = null;

            Network.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.caPem != null && $Object.hasOwnProperty.call(message, "caPem") && message.caPem !== "")
                    writer.uint32(10).string(message.caPem);
                if (message.caFile != null && $Object.hasOwnProperty.call(message, "caFile") && message.caFile !== "")
                    writer.uint32(18).string(message.caFile);
                if (message.pinnedCertificateSha256 != null && $Object.hasOwnProperty.call(message, "pinnedCertificateSha256") && message.pinnedCertificateSha256 !== "")
                    writer.uint32(26).string(message.pinnedCertificateSha256);
                if (message.proxyUrl != null && $Object.hasOwnProperty.call(message, "proxyUrl") && message.proxyUrl !== "")
                    writer.uint32(34).string(message.proxyUrl);
                if (message.proxyUsername != null && $Object.hasOwnProperty.call(message, "proxyUsername") && message.proxyUsername !== "")
                    writer.uint32(42).string(message.proxyUsername);
                if (message.proxyPassword != null && $Object.hasOwnProperty.call(message, "proxyPassword") && message.proxyPassword !== "")
                    writer.uint32(50).string(message.proxyPassword);
                if (message.connectTimeout != null && $Object.hasOwnProperty.call(message, "connectTimeout"))
                    $root.google.protobuf.Duration.encode(message.connectTimeout, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Network.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Network();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.caPem = value;
                            else
                                delete message.caPem;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.caFile = value;
                            else
                                delete message.caFile;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.pinnedCertificateSha256 = value;
                            else
                                delete message.pinnedCertificateSha256;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.proxyUrl = value;
                            else
                                delete message.proxyUrl;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.proxyUsername = value;
                            else
                                delete message.proxyUsername;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.proxyPassword = value;
                            else
                                delete message.proxyPassword;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.connectTimeout = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.connectTimeout);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Network.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Network";
            };

            return Network;
        })();

        v1.Property = (function() {

            var Property = function (properties) {
                this.values = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Property.prototype.name = "";
            Property.prototype.values = $util.emptyArray;

            Property.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.values != null && message.values.length)
                    for (var i = 0; i < message.values.length; ++i)
                        writer.uint32(18).string(message.values[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Property.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Property();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Property.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Property";
            };

            return Property;
        })();

        v1.ExchangeVersion = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "EXCHANGE_VERSION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "EXCHANGE_VERSION_2010"] = 1;
            values[valuesById[2] = "EXCHANGE_VERSION_2013"] = 2;
            values[valuesById[3] = "EXCHANGE_VERSION_2016"] = 3;
            values[valuesById[4] = "EXCHANGE_VERSION_2019"] = 4;
            values[valuesById[5] = "EXCHANGE_VERSION_SE"] = 5;
            values[valuesById[6] = "EXCHANGE_VERSION_ONLINE"] = 6;
            return values;
        })();

        v1.Partnership = (function() {

            var Partnership = function (properties) {
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Partnership.prototype.guid = "";
            Partnership.prototype.firstSyncTime = null;
            Partnership.prototype.identity = "";
            Partnership.prototype.deviceId = "";
            Partnership.prototype.mailboxGuid = "";
            Partnership.prototype.mailboxPrimarySmtpAddress = "";
            Partnership.prototype.userDisplayName = "";
            Partnership.prototype.friendlyName = "";
            Partnership.prototype.deviceType = "";
            Partnership.prototype.deviceModel = "";
            Partnership.prototype.deviceOs = "";
            Partnership.prototype.deviceOsLanguage = "";
            Partnership.prototype.deviceUserAgent = "";
            Partnership.prototype.deviceImei = "";
            Partnership.prototype.deviceMobileOperator = "";
            Partnership.prototype.deviceTelephoneNumber = "";
            Partnership.prototype.clientType = "";
            Partnership.prototype.clientVersion = "";
            Partnership.prototype.clientFamily = 0;
            Partnership.prototype.capabilities = null;
            Partnership.prototype.cutOffOnline = false;
            Partnership.prototype.deviceAccessState = 0;
            Partnership.prototype.deviceAccessStateReason = "";
            Partnership.prototype.deviceAccessControlRule = "";
            Partnership.prototype.isManaged = null;
            Partnership.prototype.isCompliant = null;
            Partnership.prototype.isDisabled = null;
            Partnership.prototype.onAllowedList = false;
            Partnership.prototype.onBlockedList = false;
            Partnership.prototype.whenCreated = null;
            Partnership.prototype.whenChanged = null;
            Partnership.prototype.distinguishedName = "";
            Partnership.prototype.statistics = null;
            Partnership.prototype.otherProperties = $util.emptyArray;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Partnership.prototype, "_isManaged", {
                get: $util.oneOfGetter($oneOfFields = ["isManaged"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Partnership.prototype, "_isCompliant", {
                get: $util.oneOfGetter($oneOfFields = ["isCompliant"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Partnership.prototype, "_isDisabled", {
                get: $util.oneOfGetter($oneOfFields = ["isDisabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Partnership.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guid != null && $Object.hasOwnProperty.call(message, "guid") && message.guid !== "")
                    writer.uint32(10).string(message.guid);
                if (message.firstSyncTime != null && $Object.hasOwnProperty.call(message, "firstSyncTime"))
                    $root.google.protobuf.Timestamp.encode(message.firstSyncTime, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity") && message.identity !== "")
                    writer.uint32(26).string(message.identity);
                if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                    writer.uint32(34).string(message.deviceId);
                if (message.mailboxGuid != null && $Object.hasOwnProperty.call(message, "mailboxGuid") && message.mailboxGuid !== "")
                    writer.uint32(42).string(message.mailboxGuid);
                if (message.mailboxPrimarySmtpAddress != null && $Object.hasOwnProperty.call(message, "mailboxPrimarySmtpAddress") && message.mailboxPrimarySmtpAddress !== "")
                    writer.uint32(50).string(message.mailboxPrimarySmtpAddress);
                if (message.userDisplayName != null && $Object.hasOwnProperty.call(message, "userDisplayName") && message.userDisplayName !== "")
                    writer.uint32(58).string(message.userDisplayName);
                if (message.friendlyName != null && $Object.hasOwnProperty.call(message, "friendlyName") && message.friendlyName !== "")
                    writer.uint32(82).string(message.friendlyName);
                if (message.deviceType != null && $Object.hasOwnProperty.call(message, "deviceType") && message.deviceType !== "")
                    writer.uint32(90).string(message.deviceType);
                if (message.deviceModel != null && $Object.hasOwnProperty.call(message, "deviceModel") && message.deviceModel !== "")
                    writer.uint32(98).string(message.deviceModel);
                if (message.deviceOs != null && $Object.hasOwnProperty.call(message, "deviceOs") && message.deviceOs !== "")
                    writer.uint32(106).string(message.deviceOs);
                if (message.deviceOsLanguage != null && $Object.hasOwnProperty.call(message, "deviceOsLanguage") && message.deviceOsLanguage !== "")
                    writer.uint32(114).string(message.deviceOsLanguage);
                if (message.deviceUserAgent != null && $Object.hasOwnProperty.call(message, "deviceUserAgent") && message.deviceUserAgent !== "")
                    writer.uint32(122).string(message.deviceUserAgent);
                if (message.deviceImei != null && $Object.hasOwnProperty.call(message, "deviceImei") && message.deviceImei !== "")
                    writer.uint32(130).string(message.deviceImei);
                if (message.deviceMobileOperator != null && $Object.hasOwnProperty.call(message, "deviceMobileOperator") && message.deviceMobileOperator !== "")
                    writer.uint32(138).string(message.deviceMobileOperator);
                if (message.deviceTelephoneNumber != null && $Object.hasOwnProperty.call(message, "deviceTelephoneNumber") && message.deviceTelephoneNumber !== "")
                    writer.uint32(146).string(message.deviceTelephoneNumber);
                if (message.clientType != null && $Object.hasOwnProperty.call(message, "clientType") && message.clientType !== "")
                    writer.uint32(162).string(message.clientType);
                if (message.clientVersion != null && $Object.hasOwnProperty.call(message, "clientVersion") && message.clientVersion !== "")
                    writer.uint32(170).string(message.clientVersion);
                if (message.clientFamily != null && $Object.hasOwnProperty.call(message, "clientFamily") && message.clientFamily !== 0)
                    writer.uint32(176).int32(message.clientFamily);
                if (message.capabilities != null && $Object.hasOwnProperty.call(message, "capabilities"))
                    $root.easconnector.v1.ClientCapabilities.encode(message.capabilities, writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.cutOffOnline != null && $Object.hasOwnProperty.call(message, "cutOffOnline") && message.cutOffOnline !== false)
                    writer.uint32(192).bool(message.cutOffOnline);
                if (message.deviceAccessState != null && $Object.hasOwnProperty.call(message, "deviceAccessState") && message.deviceAccessState !== 0)
                    writer.uint32(240).int32(message.deviceAccessState);
                if (message.deviceAccessStateReason != null && $Object.hasOwnProperty.call(message, "deviceAccessStateReason") && message.deviceAccessStateReason !== "")
                    writer.uint32(250).string(message.deviceAccessStateReason);
                if (message.deviceAccessControlRule != null && $Object.hasOwnProperty.call(message, "deviceAccessControlRule") && message.deviceAccessControlRule !== "")
                    writer.uint32(258).string(message.deviceAccessControlRule);
                if (message.isManaged != null && $Object.hasOwnProperty.call(message, "isManaged"))
                    writer.uint32(264).bool(message.isManaged);
                if (message.isCompliant != null && $Object.hasOwnProperty.call(message, "isCompliant"))
                    writer.uint32(272).bool(message.isCompliant);
                if (message.isDisabled != null && $Object.hasOwnProperty.call(message, "isDisabled"))
                    writer.uint32(280).bool(message.isDisabled);
                if (message.onAllowedList != null && $Object.hasOwnProperty.call(message, "onAllowedList") && message.onAllowedList !== false)
                    writer.uint32(288).bool(message.onAllowedList);
                if (message.onBlockedList != null && $Object.hasOwnProperty.call(message, "onBlockedList") && message.onBlockedList !== false)
                    writer.uint32(296).bool(message.onBlockedList);
                if (message.whenCreated != null && $Object.hasOwnProperty.call(message, "whenCreated"))
                    $root.google.protobuf.Timestamp.encode(message.whenCreated, writer.uint32(322).fork(), _depth + 1).ldelim();
                if (message.whenChanged != null && $Object.hasOwnProperty.call(message, "whenChanged"))
                    $root.google.protobuf.Timestamp.encode(message.whenChanged, writer.uint32(330).fork(), _depth + 1).ldelim();
                if (message.distinguishedName != null && $Object.hasOwnProperty.call(message, "distinguishedName") && message.distinguishedName !== "")
                    writer.uint32(338).string(message.distinguishedName);
                if (message.statistics != null && $Object.hasOwnProperty.call(message, "statistics"))
                    $root.easconnector.v1.DeviceStatistics.encode(message.statistics, writer.uint32(402).fork(), _depth + 1).ldelim();
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(482).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Partnership.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Partnership();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.guid = value;
                            else
                                delete message.guid;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.firstSyncTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.firstSyncTime);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.identity = value;
                            else
                                delete message.identity;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceId = value;
                            else
                                delete message.deviceId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mailboxGuid = value;
                            else
                                delete message.mailboxGuid;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mailboxPrimarySmtpAddress = value;
                            else
                                delete message.mailboxPrimarySmtpAddress;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.userDisplayName = value;
                            else
                                delete message.userDisplayName;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.friendlyName = value;
                            else
                                delete message.friendlyName;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceType = value;
                            else
                                delete message.deviceType;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceModel = value;
                            else
                                delete message.deviceModel;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceOs = value;
                            else
                                delete message.deviceOs;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceOsLanguage = value;
                            else
                                delete message.deviceOsLanguage;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceUserAgent = value;
                            else
                                delete message.deviceUserAgent;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceImei = value;
                            else
                                delete message.deviceImei;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceMobileOperator = value;
                            else
                                delete message.deviceMobileOperator;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceTelephoneNumber = value;
                            else
                                delete message.deviceTelephoneNumber;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientType = value;
                            else
                                delete message.clientType;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientVersion = value;
                            else
                                delete message.clientVersion;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.clientFamily = value;
                            else
                                delete message.clientFamily;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.capabilities = $root.easconnector.v1.ClientCapabilities.decode(reader, reader.size(), $undefined, _depth + 1, message.capabilities);
                            continue;
                        }
                    case 24: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.cutOffOnline = value;
                            else
                                delete message.cutOffOnline;
                            continue;
                        }
                    case 30: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.deviceAccessState = value;
                            else
                                delete message.deviceAccessState;
                            continue;
                        }
                    case 31: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceAccessStateReason = value;
                            else
                                delete message.deviceAccessStateReason;
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceAccessControlRule = value;
                            else
                                delete message.deviceAccessControlRule;
                            continue;
                        }
                    case 33: {
                            if (wireType !== 0)
                                break;
                            message.isManaged = reader.bool();
                            message._isManaged = "isManaged";
                            continue;
                        }
                    case 34: {
                            if (wireType !== 0)
                                break;
                            message.isCompliant = reader.bool();
                            message._isCompliant = "isCompliant";
                            continue;
                        }
                    case 35: {
                            if (wireType !== 0)
                                break;
                            message.isDisabled = reader.bool();
                            message._isDisabled = "isDisabled";
                            continue;
                        }
                    case 36: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.onAllowedList = value;
                            else
                                delete message.onAllowedList;
                            continue;
                        }
                    case 37: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.onBlockedList = value;
                            else
                                delete message.onBlockedList;
                            continue;
                        }
                    case 40: {
                            if (wireType !== 2)
                                break;
                            message.whenCreated = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.whenCreated);
                            continue;
                        }
                    case 41: {
                            if (wireType !== 2)
                                break;
                            message.whenChanged = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.whenChanged);
                            continue;
                        }
                    case 42: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.distinguishedName = value;
                            else
                                delete message.distinguishedName;
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.statistics = $root.easconnector.v1.DeviceStatistics.decode(reader, reader.size(), $undefined, _depth + 1, message.statistics);
                            continue;
                        }
                    case 60: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Partnership.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Partnership";
            };

            return Partnership;
        })();

        v1.DeviceStatistics = (function() {

            var DeviceStatistics = function (properties) {
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceStatistics.prototype.readAt = null;
            DeviceStatistics.prototype.lastSuccessSync = null;
            DeviceStatistics.prototype.lastSyncAttemptTime = null;
            DeviceStatistics.prototype.lastPolicyUpdateTime = null;
            DeviceStatistics.prototype.lastPingHeartbeat = null;
            DeviceStatistics.prototype.numberOfFoldersSynced = null;
            DeviceStatistics.prototype.syncStateUpgradeTime = null;
            DeviceStatistics.prototype.deviceEnableOutboundSms = null;
            DeviceStatistics.prototype.status = "";
            DeviceStatistics.prototype.statusNote = "";
            DeviceStatistics.prototype.devicePolicyApplied = "";
            DeviceStatistics.prototype.devicePolicyApplicationStatus = 0;
            DeviceStatistics.prototype.deviceAccessState = 0;
            DeviceStatistics.prototype.deviceAccessStateReason = "";
            DeviceStatistics.prototype.isOnline = null;
            DeviceStatistics.prototype.isRemoteWipeSupported = null;
            DeviceStatistics.prototype.deviceWipeRequestTime = null;
            DeviceStatistics.prototype.deviceWipeSentTime = null;
            DeviceStatistics.prototype.deviceWipeAckTime = null;
            DeviceStatistics.prototype.lastDeviceWipeRequestor = "";
            DeviceStatistics.prototype.accountOnlyDeviceWipeRequestTime = null;
            DeviceStatistics.prototype.accountOnlyDeviceWipeSentTime = null;
            DeviceStatistics.prototype.accountOnlyDeviceWipeAckTime = null;
            DeviceStatistics.prototype.lastAccountOnlyDeviceWipeRequestor = "";
            DeviceStatistics.prototype.otherProperties = $util.emptyArray;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DeviceStatistics.prototype, "_lastPingHeartbeat", {
                get: $util.oneOfGetter($oneOfFields = ["lastPingHeartbeat"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DeviceStatistics.prototype, "_numberOfFoldersSynced", {
                get: $util.oneOfGetter($oneOfFields = ["numberOfFoldersSynced"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DeviceStatistics.prototype, "_deviceEnableOutboundSms", {
                get: $util.oneOfGetter($oneOfFields = ["deviceEnableOutboundSms"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DeviceStatistics.prototype, "_isOnline", {
                get: $util.oneOfGetter($oneOfFields = ["isOnline"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DeviceStatistics.prototype, "_isRemoteWipeSupported", {
                get: $util.oneOfGetter($oneOfFields = ["isRemoteWipeSupported"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            DeviceStatistics.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.readAt != null && $Object.hasOwnProperty.call(message, "readAt"))
                    $root.google.protobuf.Timestamp.encode(message.readAt, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.lastSuccessSync != null && $Object.hasOwnProperty.call(message, "lastSuccessSync"))
                    $root.google.protobuf.Timestamp.encode(message.lastSuccessSync, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.lastSyncAttemptTime != null && $Object.hasOwnProperty.call(message, "lastSyncAttemptTime"))
                    $root.google.protobuf.Timestamp.encode(message.lastSyncAttemptTime, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.lastPolicyUpdateTime != null && $Object.hasOwnProperty.call(message, "lastPolicyUpdateTime"))
                    $root.google.protobuf.Timestamp.encode(message.lastPolicyUpdateTime, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.lastPingHeartbeat != null && $Object.hasOwnProperty.call(message, "lastPingHeartbeat"))
                    writer.uint32(40).uint32(message.lastPingHeartbeat);
                if (message.numberOfFoldersSynced != null && $Object.hasOwnProperty.call(message, "numberOfFoldersSynced"))
                    writer.uint32(48).uint32(message.numberOfFoldersSynced);
                if (message.syncStateUpgradeTime != null && $Object.hasOwnProperty.call(message, "syncStateUpgradeTime"))
                    $root.google.protobuf.Timestamp.encode(message.syncStateUpgradeTime, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.deviceEnableOutboundSms != null && $Object.hasOwnProperty.call(message, "deviceEnableOutboundSms"))
                    writer.uint32(64).bool(message.deviceEnableOutboundSms);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                    writer.uint32(82).string(message.status);
                if (message.statusNote != null && $Object.hasOwnProperty.call(message, "statusNote") && message.statusNote !== "")
                    writer.uint32(90).string(message.statusNote);
                if (message.devicePolicyApplied != null && $Object.hasOwnProperty.call(message, "devicePolicyApplied") && message.devicePolicyApplied !== "")
                    writer.uint32(98).string(message.devicePolicyApplied);
                if (message.devicePolicyApplicationStatus != null && $Object.hasOwnProperty.call(message, "devicePolicyApplicationStatus") && message.devicePolicyApplicationStatus !== 0)
                    writer.uint32(104).int32(message.devicePolicyApplicationStatus);
                if (message.deviceAccessState != null && $Object.hasOwnProperty.call(message, "deviceAccessState") && message.deviceAccessState !== 0)
                    writer.uint32(112).int32(message.deviceAccessState);
                if (message.deviceAccessStateReason != null && $Object.hasOwnProperty.call(message, "deviceAccessStateReason") && message.deviceAccessStateReason !== "")
                    writer.uint32(122).string(message.deviceAccessStateReason);
                if (message.isOnline != null && $Object.hasOwnProperty.call(message, "isOnline"))
                    writer.uint32(128).bool(message.isOnline);
                if (message.isRemoteWipeSupported != null && $Object.hasOwnProperty.call(message, "isRemoteWipeSupported"))
                    writer.uint32(160).bool(message.isRemoteWipeSupported);
                if (message.deviceWipeRequestTime != null && $Object.hasOwnProperty.call(message, "deviceWipeRequestTime"))
                    $root.google.protobuf.Timestamp.encode(message.deviceWipeRequestTime, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.deviceWipeSentTime != null && $Object.hasOwnProperty.call(message, "deviceWipeSentTime"))
                    $root.google.protobuf.Timestamp.encode(message.deviceWipeSentTime, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.deviceWipeAckTime != null && $Object.hasOwnProperty.call(message, "deviceWipeAckTime"))
                    $root.google.protobuf.Timestamp.encode(message.deviceWipeAckTime, writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.lastDeviceWipeRequestor != null && $Object.hasOwnProperty.call(message, "lastDeviceWipeRequestor") && message.lastDeviceWipeRequestor !== "")
                    writer.uint32(194).string(message.lastDeviceWipeRequestor);
                if (message.accountOnlyDeviceWipeRequestTime != null && $Object.hasOwnProperty.call(message, "accountOnlyDeviceWipeRequestTime"))
                    $root.google.protobuf.Timestamp.encode(message.accountOnlyDeviceWipeRequestTime, writer.uint32(202).fork(), _depth + 1).ldelim();
                if (message.accountOnlyDeviceWipeSentTime != null && $Object.hasOwnProperty.call(message, "accountOnlyDeviceWipeSentTime"))
                    $root.google.protobuf.Timestamp.encode(message.accountOnlyDeviceWipeSentTime, writer.uint32(210).fork(), _depth + 1).ldelim();
                if (message.accountOnlyDeviceWipeAckTime != null && $Object.hasOwnProperty.call(message, "accountOnlyDeviceWipeAckTime"))
                    $root.google.protobuf.Timestamp.encode(message.accountOnlyDeviceWipeAckTime, writer.uint32(218).fork(), _depth + 1).ldelim();
                if (message.lastAccountOnlyDeviceWipeRequestor != null && $Object.hasOwnProperty.call(message, "lastAccountOnlyDeviceWipeRequestor") && message.lastAccountOnlyDeviceWipeRequestor !== "")
                    writer.uint32(226).string(message.lastAccountOnlyDeviceWipeRequestor);
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(322).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceStatistics.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DeviceStatistics();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.readAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.readAt);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.lastSuccessSync = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.lastSuccessSync);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.lastSyncAttemptTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.lastSyncAttemptTime);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.lastPolicyUpdateTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.lastPolicyUpdateTime);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.lastPingHeartbeat = reader.uint32();
                            message._lastPingHeartbeat = "lastPingHeartbeat";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.numberOfFoldersSynced = reader.uint32();
                            message._numberOfFoldersSynced = "numberOfFoldersSynced";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.syncStateUpgradeTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.syncStateUpgradeTime);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.deviceEnableOutboundSms = reader.bool();
                            message._deviceEnableOutboundSms = "deviceEnableOutboundSms";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.statusNote = value;
                            else
                                delete message.statusNote;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.devicePolicyApplied = value;
                            else
                                delete message.devicePolicyApplied;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.devicePolicyApplicationStatus = value;
                            else
                                delete message.devicePolicyApplicationStatus;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.deviceAccessState = value;
                            else
                                delete message.deviceAccessState;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceAccessStateReason = value;
                            else
                                delete message.deviceAccessStateReason;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            message.isOnline = reader.bool();
                            message._isOnline = "isOnline";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 0)
                                break;
                            message.isRemoteWipeSupported = reader.bool();
                            message._isRemoteWipeSupported = "isRemoteWipeSupported";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.deviceWipeRequestTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.deviceWipeRequestTime);
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.deviceWipeSentTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.deviceWipeSentTime);
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.deviceWipeAckTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.deviceWipeAckTime);
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastDeviceWipeRequestor = value;
                            else
                                delete message.lastDeviceWipeRequestor;
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.accountOnlyDeviceWipeRequestTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.accountOnlyDeviceWipeRequestTime);
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.accountOnlyDeviceWipeSentTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.accountOnlyDeviceWipeSentTime);
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.accountOnlyDeviceWipeAckTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.accountOnlyDeviceWipeAckTime);
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastAccountOnlyDeviceWipeRequestor = value;
                            else
                                delete message.lastAccountOnlyDeviceWipeRequestor;
                            continue;
                        }
                    case 40: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceStatistics.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DeviceStatistics";
            };

            return DeviceStatistics;
        })();

        v1.DeviceAccessState = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEVICE_ACCESS_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DEVICE_ACCESS_STATE_ALLOWED"] = 1;
            values[valuesById[2] = "DEVICE_ACCESS_STATE_BLOCKED"] = 2;
            values[valuesById[3] = "DEVICE_ACCESS_STATE_QUARANTINED"] = 3;
            values[valuesById[4] = "DEVICE_ACCESS_STATE_DEVICE_DISCOVERY"] = 4;
            return values;
        })();

        v1.DevicePolicyApplicationStatus = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEVICE_POLICY_APPLICATION_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DEVICE_POLICY_APPLICATION_STATUS_NOT_APPLIED"] = 1;
            values[valuesById[2] = "DEVICE_POLICY_APPLICATION_STATUS_APPLIED_IN_FULL"] = 2;
            values[valuesById[3] = "DEVICE_POLICY_APPLICATION_STATUS_PARTIALLY_APPLIED"] = 3;
            values[valuesById[4] = "DEVICE_POLICY_APPLICATION_STATUS_EXTERNALLY_MANAGED"] = 4;
            return values;
        })();

        v1.ClientFamily = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CLIENT_FAMILY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CLIENT_FAMILY_APPLE_MAIL"] = 1;
            values[valuesById[2] = "CLIENT_FAMILY_ANDROID_MAIL"] = 2;
            values[valuesById[3] = "CLIENT_FAMILY_OUTLOOK_MOBILE"] = 3;
            values[valuesById[4] = "CLIENT_FAMILY_WINDOWS_MAIL"] = 4;
            values[valuesById[5] = "CLIENT_FAMILY_WINDOWS_PHONE"] = 5;
            values[valuesById[6] = "CLIENT_FAMILY_OWA_FOR_DEVICES"] = 6;
            values[valuesById[7] = "CLIENT_FAMILY_OTHER_EAS"] = 7;
            return values;
        })();

        v1.ClientCapabilities = (function() {

            var ClientCapabilities = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ClientCapabilities.prototype.wipeErases = "";
            ClientCapabilities.prototype.accountOnlyWipe = false;
            ClientCapabilities.prototype.accessRules = false;
            ClientCapabilities.prototype.mailboxPolicy = false;

            ClientCapabilities.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.wipeErases != null && $Object.hasOwnProperty.call(message, "wipeErases") && message.wipeErases !== "")
                    writer.uint32(10).string(message.wipeErases);
                if (message.accountOnlyWipe != null && $Object.hasOwnProperty.call(message, "accountOnlyWipe") && message.accountOnlyWipe !== false)
                    writer.uint32(16).bool(message.accountOnlyWipe);
                if (message.accessRules != null && $Object.hasOwnProperty.call(message, "accessRules") && message.accessRules !== false)
                    writer.uint32(24).bool(message.accessRules);
                if (message.mailboxPolicy != null && $Object.hasOwnProperty.call(message, "mailboxPolicy") && message.mailboxPolicy !== false)
                    writer.uint32(32).bool(message.mailboxPolicy);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ClientCapabilities.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ClientCapabilities();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.wipeErases = value;
                            else
                                delete message.wipeErases;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.accountOnlyWipe = value;
                            else
                                delete message.accountOnlyWipe;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.accessRules = value;
                            else
                                delete message.accessRules;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.mailboxPolicy = value;
                            else
                                delete message.mailboxPolicy;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ClientCapabilities.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ClientCapabilities";
            };

            return ClientCapabilities;
        })();

        v1.Mailbox = (function() {

            var Mailbox = function (properties) {
                this.activeSyncAllowedDeviceIds = [];
                this.activeSyncBlockedDeviceIds = [];
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Mailbox.prototype.guid = "";
            Mailbox.prototype.externalDirectoryObjectId = "";
            Mailbox.prototype.identity = "";
            Mailbox.prototype.distinguishedName = "";
            Mailbox.prototype.displayName = "";
            Mailbox.prototype.primarySmtpAddress = "";
            Mailbox.prototype.userPrincipalName = "";
            Mailbox.prototype.samAccountName = "";
            Mailbox.prototype.organizationalUnit = "";
            Mailbox.prototype.recipientTypeDetails = "";
            Mailbox.prototype.serverName = "";
            Mailbox.prototype.database = "";
            Mailbox.prototype.activeSyncEnabled = null;
            Mailbox.prototype.activeSyncMailboxPolicy = "";
            Mailbox.prototype.activeSyncMailboxPolicyIsDefaulted = null;
            Mailbox.prototype.activeSyncAllowedDeviceIds = $util.emptyArray;
            Mailbox.prototype.activeSyncBlockedDeviceIds = $util.emptyArray;
            Mailbox.prototype.hasActiveSyncDevicePartnership = null;
            Mailbox.prototype.owaForDevicesEnabled = null;
            Mailbox.prototype.outlookMobileEnabled = null;
            Mailbox.prototype.universalOutlookEnabled = null;
            Mailbox.prototype.activeSyncDebugLogging = null;
            Mailbox.prototype.activeSyncSuppressReadReceipt = null;
            Mailbox.prototype.otherProperties = $util.emptyArray;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_activeSyncEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["activeSyncEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_activeSyncMailboxPolicyIsDefaulted", {
                get: $util.oneOfGetter($oneOfFields = ["activeSyncMailboxPolicyIsDefaulted"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_hasActiveSyncDevicePartnership", {
                get: $util.oneOfGetter($oneOfFields = ["hasActiveSyncDevicePartnership"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_owaForDevicesEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["owaForDevicesEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_outlookMobileEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["outlookMobileEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_universalOutlookEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["universalOutlookEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_activeSyncDebugLogging", {
                get: $util.oneOfGetter($oneOfFields = ["activeSyncDebugLogging"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mailbox.prototype, "_activeSyncSuppressReadReceipt", {
                get: $util.oneOfGetter($oneOfFields = ["activeSyncSuppressReadReceipt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Mailbox.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guid != null && $Object.hasOwnProperty.call(message, "guid") && message.guid !== "")
                    writer.uint32(10).string(message.guid);
                if (message.externalDirectoryObjectId != null && $Object.hasOwnProperty.call(message, "externalDirectoryObjectId") && message.externalDirectoryObjectId !== "")
                    writer.uint32(18).string(message.externalDirectoryObjectId);
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity") && message.identity !== "")
                    writer.uint32(26).string(message.identity);
                if (message.distinguishedName != null && $Object.hasOwnProperty.call(message, "distinguishedName") && message.distinguishedName !== "")
                    writer.uint32(34).string(message.distinguishedName);
                if (message.displayName != null && $Object.hasOwnProperty.call(message, "displayName") && message.displayName !== "")
                    writer.uint32(42).string(message.displayName);
                if (message.primarySmtpAddress != null && $Object.hasOwnProperty.call(message, "primarySmtpAddress") && message.primarySmtpAddress !== "")
                    writer.uint32(50).string(message.primarySmtpAddress);
                if (message.userPrincipalName != null && $Object.hasOwnProperty.call(message, "userPrincipalName") && message.userPrincipalName !== "")
                    writer.uint32(58).string(message.userPrincipalName);
                if (message.samAccountName != null && $Object.hasOwnProperty.call(message, "samAccountName") && message.samAccountName !== "")
                    writer.uint32(66).string(message.samAccountName);
                if (message.organizationalUnit != null && $Object.hasOwnProperty.call(message, "organizationalUnit") && message.organizationalUnit !== "")
                    writer.uint32(74).string(message.organizationalUnit);
                if (message.recipientTypeDetails != null && $Object.hasOwnProperty.call(message, "recipientTypeDetails") && message.recipientTypeDetails !== "")
                    writer.uint32(82).string(message.recipientTypeDetails);
                if (message.serverName != null && $Object.hasOwnProperty.call(message, "serverName") && message.serverName !== "")
                    writer.uint32(90).string(message.serverName);
                if (message.database != null && $Object.hasOwnProperty.call(message, "database") && message.database !== "")
                    writer.uint32(98).string(message.database);
                if (message.activeSyncEnabled != null && $Object.hasOwnProperty.call(message, "activeSyncEnabled"))
                    writer.uint32(104).bool(message.activeSyncEnabled);
                if (message.activeSyncMailboxPolicy != null && $Object.hasOwnProperty.call(message, "activeSyncMailboxPolicy") && message.activeSyncMailboxPolicy !== "")
                    writer.uint32(114).string(message.activeSyncMailboxPolicy);
                if (message.activeSyncMailboxPolicyIsDefaulted != null && $Object.hasOwnProperty.call(message, "activeSyncMailboxPolicyIsDefaulted"))
                    writer.uint32(120).bool(message.activeSyncMailboxPolicyIsDefaulted);
                if (message.activeSyncAllowedDeviceIds != null && message.activeSyncAllowedDeviceIds.length)
                    for (var i = 0; i < message.activeSyncAllowedDeviceIds.length; ++i)
                        writer.uint32(130).string(message.activeSyncAllowedDeviceIds[i]);
                if (message.activeSyncBlockedDeviceIds != null && message.activeSyncBlockedDeviceIds.length)
                    for (var i = 0; i < message.activeSyncBlockedDeviceIds.length; ++i)
                        writer.uint32(138).string(message.activeSyncBlockedDeviceIds[i]);
                if (message.hasActiveSyncDevicePartnership != null && $Object.hasOwnProperty.call(message, "hasActiveSyncDevicePartnership"))
                    writer.uint32(144).bool(message.hasActiveSyncDevicePartnership);
                if (message.owaForDevicesEnabled != null && $Object.hasOwnProperty.call(message, "owaForDevicesEnabled"))
                    writer.uint32(152).bool(message.owaForDevicesEnabled);
                if (message.outlookMobileEnabled != null && $Object.hasOwnProperty.call(message, "outlookMobileEnabled"))
                    writer.uint32(160).bool(message.outlookMobileEnabled);
                if (message.universalOutlookEnabled != null && $Object.hasOwnProperty.call(message, "universalOutlookEnabled"))
                    writer.uint32(168).bool(message.universalOutlookEnabled);
                if (message.activeSyncDebugLogging != null && $Object.hasOwnProperty.call(message, "activeSyncDebugLogging"))
                    writer.uint32(176).bool(message.activeSyncDebugLogging);
                if (message.activeSyncSuppressReadReceipt != null && $Object.hasOwnProperty.call(message, "activeSyncSuppressReadReceipt"))
                    writer.uint32(184).bool(message.activeSyncSuppressReadReceipt);
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(242).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Mailbox.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Mailbox();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.guid = value;
                            else
                                delete message.guid;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.externalDirectoryObjectId = value;
                            else
                                delete message.externalDirectoryObjectId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.identity = value;
                            else
                                delete message.identity;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.distinguishedName = value;
                            else
                                delete message.distinguishedName;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.displayName = value;
                            else
                                delete message.displayName;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.primarySmtpAddress = value;
                            else
                                delete message.primarySmtpAddress;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.userPrincipalName = value;
                            else
                                delete message.userPrincipalName;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.samAccountName = value;
                            else
                                delete message.samAccountName;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organizationalUnit = value;
                            else
                                delete message.organizationalUnit;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.recipientTypeDetails = value;
                            else
                                delete message.recipientTypeDetails;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.serverName = value;
                            else
                                delete message.serverName;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.database = value;
                            else
                                delete message.database;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.activeSyncEnabled = reader.bool();
                            message._activeSyncEnabled = "activeSyncEnabled";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.activeSyncMailboxPolicy = value;
                            else
                                delete message.activeSyncMailboxPolicy;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            message.activeSyncMailboxPolicyIsDefaulted = reader.bool();
                            message._activeSyncMailboxPolicyIsDefaulted = "activeSyncMailboxPolicyIsDefaulted";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if (!(message.activeSyncAllowedDeviceIds && message.activeSyncAllowedDeviceIds.length))
                                message.activeSyncAllowedDeviceIds = [];
                            message.activeSyncAllowedDeviceIds.push(reader.stringVerify());
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if (!(message.activeSyncBlockedDeviceIds && message.activeSyncBlockedDeviceIds.length))
                                message.activeSyncBlockedDeviceIds = [];
                            message.activeSyncBlockedDeviceIds.push(reader.stringVerify());
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            message.hasActiveSyncDevicePartnership = reader.bool();
                            message._hasActiveSyncDevicePartnership = "hasActiveSyncDevicePartnership";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 0)
                                break;
                            message.owaForDevicesEnabled = reader.bool();
                            message._owaForDevicesEnabled = "owaForDevicesEnabled";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 0)
                                break;
                            message.outlookMobileEnabled = reader.bool();
                            message._outlookMobileEnabled = "outlookMobileEnabled";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            message.universalOutlookEnabled = reader.bool();
                            message._universalOutlookEnabled = "universalOutlookEnabled";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 0)
                                break;
                            message.activeSyncDebugLogging = reader.bool();
                            message._activeSyncDebugLogging = "activeSyncDebugLogging";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 0)
                                break;
                            message.activeSyncSuppressReadReceipt = reader.bool();
                            message._activeSyncSuppressReadReceipt = "activeSyncSuppressReadReceipt";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Mailbox.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Mailbox";
            };

            return Mailbox;
        })();

        v1.UnlimitedNumber = (function() {

            var UnlimitedNumber = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UnlimitedNumber.prototype.unlimited = false;
            UnlimitedNumber.prototype.value = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            UnlimitedNumber.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.unlimited != null && $Object.hasOwnProperty.call(message, "unlimited") && message.unlimited !== false)
                    writer.uint32(8).bool(message.unlimited);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && (typeof message.value === "object" ? message.value.low || message.value.high : message.value !== 0))
                    writer.uint32(16).uint64(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UnlimitedNumber.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.UnlimitedNumber();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.unlimited = value;
                            else
                                delete message.unlimited;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UnlimitedNumber.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.UnlimitedNumber";
            };

            return UnlimitedNumber;
        })();

        v1.UnlimitedDuration = (function() {

            var UnlimitedDuration = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UnlimitedDuration.prototype.unlimited = false;
            UnlimitedDuration.prototype.value = null;

            UnlimitedDuration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.unlimited != null && $Object.hasOwnProperty.call(message, "unlimited") && message.unlimited !== false)
                    writer.uint32(8).bool(message.unlimited);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.google.protobuf.Duration.encode(message.value, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UnlimitedDuration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.UnlimitedDuration();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.unlimited = value;
                            else
                                delete message.unlimited;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UnlimitedDuration.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.UnlimitedDuration";
            };

            return UnlimitedDuration;
        })();

        v1.MobileDeviceMailboxPolicy = (function() {

            var MobileDeviceMailboxPolicy = function (properties) {
                this.approvedApplicationList = [];
                this.unapprovedInRomApplicationList = [];
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MobileDeviceMailboxPolicy.prototype.guid = "";
            MobileDeviceMailboxPolicy.prototype.name = "";
            MobileDeviceMailboxPolicy.prototype.identity = "";
            MobileDeviceMailboxPolicy.prototype.isDefault = null;
            MobileDeviceMailboxPolicy.prototype.whenChanged = null;
            MobileDeviceMailboxPolicy.prototype.passwordEnabled = null;
            MobileDeviceMailboxPolicy.prototype.alphanumericPasswordRequired = null;
            MobileDeviceMailboxPolicy.prototype.allowSimplePassword = null;
            MobileDeviceMailboxPolicy.prototype.minPasswordLength = null;
            MobileDeviceMailboxPolicy.prototype.minPasswordComplexCharacters = null;
            MobileDeviceMailboxPolicy.prototype.passwordExpiration = null;
            MobileDeviceMailboxPolicy.prototype.passwordHistory = null;
            MobileDeviceMailboxPolicy.prototype.passwordRecoveryEnabled = null;
            MobileDeviceMailboxPolicy.prototype.maxPasswordFailedAttempts = null;
            MobileDeviceMailboxPolicy.prototype.maxInactivityTimeLock = null;
            MobileDeviceMailboxPolicy.prototype.deviceEncryptionEnabled = null;
            MobileDeviceMailboxPolicy.prototype.requireDeviceEncryption = null;
            MobileDeviceMailboxPolicy.prototype.requireStorageCardEncryption = null;
            MobileDeviceMailboxPolicy.prototype.allowStorageCard = null;
            MobileDeviceMailboxPolicy.prototype.attachmentsEnabled = null;
            MobileDeviceMailboxPolicy.prototype.maxAttachmentSize = null;
            MobileDeviceMailboxPolicy.prototype.devicePolicyRefreshInterval = null;
            MobileDeviceMailboxPolicy.prototype.allowNonProvisionableDevices = null;
            MobileDeviceMailboxPolicy.prototype.allowExternalDeviceManagement = null;
            MobileDeviceMailboxPolicy.prototype.allowMobileOtaUpdate = null;
            MobileDeviceMailboxPolicy.prototype.allowBluetooth = "";
            MobileDeviceMailboxPolicy.prototype.allowBrowser = null;
            MobileDeviceMailboxPolicy.prototype.allowCamera = null;
            MobileDeviceMailboxPolicy.prototype.allowConsumerEmail = null;
            MobileDeviceMailboxPolicy.prototype.allowDesktopSync = null;
            MobileDeviceMailboxPolicy.prototype.allowHtmlEmail = null;
            MobileDeviceMailboxPolicy.prototype.allowInternetSharing = null;
            MobileDeviceMailboxPolicy.prototype.allowIrda = null;
            MobileDeviceMailboxPolicy.prototype.allowPopImapEmail = null;
            MobileDeviceMailboxPolicy.prototype.allowRemoteDesktop = null;
            MobileDeviceMailboxPolicy.prototype.allowTextMessaging = null;
            MobileDeviceMailboxPolicy.prototype.allowUnsignedApplications = null;
            MobileDeviceMailboxPolicy.prototype.allowUnsignedInstallationPackages = null;
            MobileDeviceMailboxPolicy.prototype.allowWifi = null;
            MobileDeviceMailboxPolicy.prototype.allowApplePushNotifications = null;
            MobileDeviceMailboxPolicy.prototype.allowGooglePushNotifications = null;
            MobileDeviceMailboxPolicy.prototype.allowMicrosoftPushNotifications = null;
            MobileDeviceMailboxPolicy.prototype.maxCalendarAgeFilter = "";
            MobileDeviceMailboxPolicy.prototype.maxEmailAgeFilter = "";
            MobileDeviceMailboxPolicy.prototype.maxEmailBodyTruncationSize = null;
            MobileDeviceMailboxPolicy.prototype.maxEmailHtmlBodyTruncationSize = null;
            MobileDeviceMailboxPolicy.prototype.requireManualSyncWhenRoaming = null;
            MobileDeviceMailboxPolicy.prototype.irmEnabled = null;
            MobileDeviceMailboxPolicy.prototype.allowSmimeSoftCerts = null;
            MobileDeviceMailboxPolicy.prototype.allowSmimeEncryptionAlgorithmNegotiation = "";
            MobileDeviceMailboxPolicy.prototype.requireEncryptedSmimeMessages = null;
            MobileDeviceMailboxPolicy.prototype.requireEncryptionSmimeAlgorithm = "";
            MobileDeviceMailboxPolicy.prototype.requireSignedSmimeMessages = null;
            MobileDeviceMailboxPolicy.prototype.requireSignedSmimeAlgorithm = "";
            MobileDeviceMailboxPolicy.prototype.approvedApplicationList = $util.emptyArray;
            MobileDeviceMailboxPolicy.prototype.unapprovedInRomApplicationList = $util.emptyArray;
            MobileDeviceMailboxPolicy.prototype.uncAccessEnabled = null;
            MobileDeviceMailboxPolicy.prototype.wssAccessEnabled = null;
            MobileDeviceMailboxPolicy.prototype.otherProperties = $util.emptyArray;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_isDefault", {
                get: $util.oneOfGetter($oneOfFields = ["isDefault"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_passwordEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["passwordEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_alphanumericPasswordRequired", {
                get: $util.oneOfGetter($oneOfFields = ["alphanumericPasswordRequired"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowSimplePassword", {
                get: $util.oneOfGetter($oneOfFields = ["allowSimplePassword"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_minPasswordLength", {
                get: $util.oneOfGetter($oneOfFields = ["minPasswordLength"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_minPasswordComplexCharacters", {
                get: $util.oneOfGetter($oneOfFields = ["minPasswordComplexCharacters"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_passwordHistory", {
                get: $util.oneOfGetter($oneOfFields = ["passwordHistory"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_passwordRecoveryEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["passwordRecoveryEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_deviceEncryptionEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["deviceEncryptionEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_requireDeviceEncryption", {
                get: $util.oneOfGetter($oneOfFields = ["requireDeviceEncryption"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_requireStorageCardEncryption", {
                get: $util.oneOfGetter($oneOfFields = ["requireStorageCardEncryption"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowStorageCard", {
                get: $util.oneOfGetter($oneOfFields = ["allowStorageCard"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_attachmentsEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["attachmentsEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowNonProvisionableDevices", {
                get: $util.oneOfGetter($oneOfFields = ["allowNonProvisionableDevices"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowExternalDeviceManagement", {
                get: $util.oneOfGetter($oneOfFields = ["allowExternalDeviceManagement"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowMobileOtaUpdate", {
                get: $util.oneOfGetter($oneOfFields = ["allowMobileOtaUpdate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowBrowser", {
                get: $util.oneOfGetter($oneOfFields = ["allowBrowser"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowCamera", {
                get: $util.oneOfGetter($oneOfFields = ["allowCamera"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowConsumerEmail", {
                get: $util.oneOfGetter($oneOfFields = ["allowConsumerEmail"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowDesktopSync", {
                get: $util.oneOfGetter($oneOfFields = ["allowDesktopSync"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowHtmlEmail", {
                get: $util.oneOfGetter($oneOfFields = ["allowHtmlEmail"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowInternetSharing", {
                get: $util.oneOfGetter($oneOfFields = ["allowInternetSharing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowIrda", {
                get: $util.oneOfGetter($oneOfFields = ["allowIrda"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowPopImapEmail", {
                get: $util.oneOfGetter($oneOfFields = ["allowPopImapEmail"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowRemoteDesktop", {
                get: $util.oneOfGetter($oneOfFields = ["allowRemoteDesktop"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowTextMessaging", {
                get: $util.oneOfGetter($oneOfFields = ["allowTextMessaging"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowUnsignedApplications", {
                get: $util.oneOfGetter($oneOfFields = ["allowUnsignedApplications"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowUnsignedInstallationPackages", {
                get: $util.oneOfGetter($oneOfFields = ["allowUnsignedInstallationPackages"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowWifi", {
                get: $util.oneOfGetter($oneOfFields = ["allowWifi"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowApplePushNotifications", {
                get: $util.oneOfGetter($oneOfFields = ["allowApplePushNotifications"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowGooglePushNotifications", {
                get: $util.oneOfGetter($oneOfFields = ["allowGooglePushNotifications"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowMicrosoftPushNotifications", {
                get: $util.oneOfGetter($oneOfFields = ["allowMicrosoftPushNotifications"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_requireManualSyncWhenRoaming", {
                get: $util.oneOfGetter($oneOfFields = ["requireManualSyncWhenRoaming"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_irmEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["irmEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_allowSmimeSoftCerts", {
                get: $util.oneOfGetter($oneOfFields = ["allowSmimeSoftCerts"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_requireEncryptedSmimeMessages", {
                get: $util.oneOfGetter($oneOfFields = ["requireEncryptedSmimeMessages"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_requireSignedSmimeMessages", {
                get: $util.oneOfGetter($oneOfFields = ["requireSignedSmimeMessages"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_uncAccessEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["uncAccessEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MobileDeviceMailboxPolicy.prototype, "_wssAccessEnabled", {
                get: $util.oneOfGetter($oneOfFields = ["wssAccessEnabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            MobileDeviceMailboxPolicy.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guid != null && $Object.hasOwnProperty.call(message, "guid") && message.guid !== "")
                    writer.uint32(10).string(message.guid);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity") && message.identity !== "")
                    writer.uint32(26).string(message.identity);
                if (message.isDefault != null && $Object.hasOwnProperty.call(message, "isDefault"))
                    writer.uint32(32).bool(message.isDefault);
                if (message.whenChanged != null && $Object.hasOwnProperty.call(message, "whenChanged"))
                    $root.google.protobuf.Timestamp.encode(message.whenChanged, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.passwordEnabled != null && $Object.hasOwnProperty.call(message, "passwordEnabled"))
                    writer.uint32(80).bool(message.passwordEnabled);
                if (message.alphanumericPasswordRequired != null && $Object.hasOwnProperty.call(message, "alphanumericPasswordRequired"))
                    writer.uint32(88).bool(message.alphanumericPasswordRequired);
                if (message.allowSimplePassword != null && $Object.hasOwnProperty.call(message, "allowSimplePassword"))
                    writer.uint32(96).bool(message.allowSimplePassword);
                if (message.minPasswordLength != null && $Object.hasOwnProperty.call(message, "minPasswordLength"))
                    writer.uint32(104).uint32(message.minPasswordLength);
                if (message.minPasswordComplexCharacters != null && $Object.hasOwnProperty.call(message, "minPasswordComplexCharacters"))
                    writer.uint32(112).uint32(message.minPasswordComplexCharacters);
                if (message.passwordExpiration != null && $Object.hasOwnProperty.call(message, "passwordExpiration"))
                    $root.easconnector.v1.UnlimitedDuration.encode(message.passwordExpiration, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.passwordHistory != null && $Object.hasOwnProperty.call(message, "passwordHistory"))
                    writer.uint32(128).uint32(message.passwordHistory);
                if (message.passwordRecoveryEnabled != null && $Object.hasOwnProperty.call(message, "passwordRecoveryEnabled"))
                    writer.uint32(136).bool(message.passwordRecoveryEnabled);
                if (message.maxPasswordFailedAttempts != null && $Object.hasOwnProperty.call(message, "maxPasswordFailedAttempts"))
                    $root.easconnector.v1.UnlimitedNumber.encode(message.maxPasswordFailedAttempts, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.maxInactivityTimeLock != null && $Object.hasOwnProperty.call(message, "maxInactivityTimeLock"))
                    $root.easconnector.v1.UnlimitedDuration.encode(message.maxInactivityTimeLock, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.deviceEncryptionEnabled != null && $Object.hasOwnProperty.call(message, "deviceEncryptionEnabled"))
                    writer.uint32(160).bool(message.deviceEncryptionEnabled);
                if (message.requireDeviceEncryption != null && $Object.hasOwnProperty.call(message, "requireDeviceEncryption"))
                    writer.uint32(168).bool(message.requireDeviceEncryption);
                if (message.requireStorageCardEncryption != null && $Object.hasOwnProperty.call(message, "requireStorageCardEncryption"))
                    writer.uint32(176).bool(message.requireStorageCardEncryption);
                if (message.allowStorageCard != null && $Object.hasOwnProperty.call(message, "allowStorageCard"))
                    writer.uint32(184).bool(message.allowStorageCard);
                if (message.attachmentsEnabled != null && $Object.hasOwnProperty.call(message, "attachmentsEnabled"))
                    writer.uint32(192).bool(message.attachmentsEnabled);
                if (message.maxAttachmentSize != null && $Object.hasOwnProperty.call(message, "maxAttachmentSize"))
                    $root.easconnector.v1.UnlimitedNumber.encode(message.maxAttachmentSize, writer.uint32(202).fork(), _depth + 1).ldelim();
                if (message.devicePolicyRefreshInterval != null && $Object.hasOwnProperty.call(message, "devicePolicyRefreshInterval"))
                    $root.easconnector.v1.UnlimitedDuration.encode(message.devicePolicyRefreshInterval, writer.uint32(210).fork(), _depth + 1).ldelim();
                if (message.allowNonProvisionableDevices != null && $Object.hasOwnProperty.call(message, "allowNonProvisionableDevices"))
                    writer.uint32(216).bool(message.allowNonProvisionableDevices);
                if (message.allowExternalDeviceManagement != null && $Object.hasOwnProperty.call(message, "allowExternalDeviceManagement"))
                    writer.uint32(224).bool(message.allowExternalDeviceManagement);
                if (message.allowMobileOtaUpdate != null && $Object.hasOwnProperty.call(message, "allowMobileOtaUpdate"))
                    writer.uint32(232).bool(message.allowMobileOtaUpdate);
                if (message.allowBluetooth != null && $Object.hasOwnProperty.call(message, "allowBluetooth") && message.allowBluetooth !== "")
                    writer.uint32(242).string(message.allowBluetooth);
                if (message.allowBrowser != null && $Object.hasOwnProperty.call(message, "allowBrowser"))
                    writer.uint32(248).bool(message.allowBrowser);
                if (message.allowCamera != null && $Object.hasOwnProperty.call(message, "allowCamera"))
                    writer.uint32(256).bool(message.allowCamera);
                if (message.allowConsumerEmail != null && $Object.hasOwnProperty.call(message, "allowConsumerEmail"))
                    writer.uint32(264).bool(message.allowConsumerEmail);
                if (message.allowDesktopSync != null && $Object.hasOwnProperty.call(message, "allowDesktopSync"))
                    writer.uint32(272).bool(message.allowDesktopSync);
                if (message.allowHtmlEmail != null && $Object.hasOwnProperty.call(message, "allowHtmlEmail"))
                    writer.uint32(280).bool(message.allowHtmlEmail);
                if (message.allowInternetSharing != null && $Object.hasOwnProperty.call(message, "allowInternetSharing"))
                    writer.uint32(288).bool(message.allowInternetSharing);
                if (message.allowIrda != null && $Object.hasOwnProperty.call(message, "allowIrda"))
                    writer.uint32(296).bool(message.allowIrda);
                if (message.allowPopImapEmail != null && $Object.hasOwnProperty.call(message, "allowPopImapEmail"))
                    writer.uint32(304).bool(message.allowPopImapEmail);
                if (message.allowRemoteDesktop != null && $Object.hasOwnProperty.call(message, "allowRemoteDesktop"))
                    writer.uint32(312).bool(message.allowRemoteDesktop);
                if (message.allowTextMessaging != null && $Object.hasOwnProperty.call(message, "allowTextMessaging"))
                    writer.uint32(320).bool(message.allowTextMessaging);
                if (message.allowUnsignedApplications != null && $Object.hasOwnProperty.call(message, "allowUnsignedApplications"))
                    writer.uint32(328).bool(message.allowUnsignedApplications);
                if (message.allowUnsignedInstallationPackages != null && $Object.hasOwnProperty.call(message, "allowUnsignedInstallationPackages"))
                    writer.uint32(336).bool(message.allowUnsignedInstallationPackages);
                if (message.allowWifi != null && $Object.hasOwnProperty.call(message, "allowWifi"))
                    writer.uint32(344).bool(message.allowWifi);
                if (message.allowApplePushNotifications != null && $Object.hasOwnProperty.call(message, "allowApplePushNotifications"))
                    writer.uint32(352).bool(message.allowApplePushNotifications);
                if (message.allowGooglePushNotifications != null && $Object.hasOwnProperty.call(message, "allowGooglePushNotifications"))
                    writer.uint32(360).bool(message.allowGooglePushNotifications);
                if (message.allowMicrosoftPushNotifications != null && $Object.hasOwnProperty.call(message, "allowMicrosoftPushNotifications"))
                    writer.uint32(368).bool(message.allowMicrosoftPushNotifications);
                if (message.maxCalendarAgeFilter != null && $Object.hasOwnProperty.call(message, "maxCalendarAgeFilter") && message.maxCalendarAgeFilter !== "")
                    writer.uint32(402).string(message.maxCalendarAgeFilter);
                if (message.maxEmailAgeFilter != null && $Object.hasOwnProperty.call(message, "maxEmailAgeFilter") && message.maxEmailAgeFilter !== "")
                    writer.uint32(410).string(message.maxEmailAgeFilter);
                if (message.maxEmailBodyTruncationSize != null && $Object.hasOwnProperty.call(message, "maxEmailBodyTruncationSize"))
                    $root.easconnector.v1.UnlimitedNumber.encode(message.maxEmailBodyTruncationSize, writer.uint32(418).fork(), _depth + 1).ldelim();
                if (message.maxEmailHtmlBodyTruncationSize != null && $Object.hasOwnProperty.call(message, "maxEmailHtmlBodyTruncationSize"))
                    $root.easconnector.v1.UnlimitedNumber.encode(message.maxEmailHtmlBodyTruncationSize, writer.uint32(426).fork(), _depth + 1).ldelim();
                if (message.requireManualSyncWhenRoaming != null && $Object.hasOwnProperty.call(message, "requireManualSyncWhenRoaming"))
                    writer.uint32(432).bool(message.requireManualSyncWhenRoaming);
                if (message.irmEnabled != null && $Object.hasOwnProperty.call(message, "irmEnabled"))
                    writer.uint32(480).bool(message.irmEnabled);
                if (message.allowSmimeSoftCerts != null && $Object.hasOwnProperty.call(message, "allowSmimeSoftCerts"))
                    writer.uint32(488).bool(message.allowSmimeSoftCerts);
                if (message.allowSmimeEncryptionAlgorithmNegotiation != null && $Object.hasOwnProperty.call(message, "allowSmimeEncryptionAlgorithmNegotiation") && message.allowSmimeEncryptionAlgorithmNegotiation !== "")
                    writer.uint32(498).string(message.allowSmimeEncryptionAlgorithmNegotiation);
                if (message.requireEncryptedSmimeMessages != null && $Object.hasOwnProperty.call(message, "requireEncryptedSmimeMessages"))
                    writer.uint32(504).bool(message.requireEncryptedSmimeMessages);
                if (message.requireEncryptionSmimeAlgorithm != null && $Object.hasOwnProperty.call(message, "requireEncryptionSmimeAlgorithm") && message.requireEncryptionSmimeAlgorithm !== "")
                    writer.uint32(514).string(message.requireEncryptionSmimeAlgorithm);
                if (message.requireSignedSmimeMessages != null && $Object.hasOwnProperty.call(message, "requireSignedSmimeMessages"))
                    writer.uint32(520).bool(message.requireSignedSmimeMessages);
                if (message.requireSignedSmimeAlgorithm != null && $Object.hasOwnProperty.call(message, "requireSignedSmimeAlgorithm") && message.requireSignedSmimeAlgorithm !== "")
                    writer.uint32(530).string(message.requireSignedSmimeAlgorithm);
                if (message.approvedApplicationList != null && message.approvedApplicationList.length)
                    for (var i = 0; i < message.approvedApplicationList.length; ++i)
                        writer.uint32(562).string(message.approvedApplicationList[i]);
                if (message.unapprovedInRomApplicationList != null && message.unapprovedInRomApplicationList.length)
                    for (var i = 0; i < message.unapprovedInRomApplicationList.length; ++i)
                        writer.uint32(570).string(message.unapprovedInRomApplicationList[i]);
                if (message.uncAccessEnabled != null && $Object.hasOwnProperty.call(message, "uncAccessEnabled"))
                    writer.uint32(576).bool(message.uncAccessEnabled);
                if (message.wssAccessEnabled != null && $Object.hasOwnProperty.call(message, "wssAccessEnabled"))
                    writer.uint32(584).bool(message.wssAccessEnabled);
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(642).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MobileDeviceMailboxPolicy.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.MobileDeviceMailboxPolicy();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.guid = value;
                            else
                                delete message.guid;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.identity = value;
                            else
                                delete message.identity;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.isDefault = reader.bool();
                            message._isDefault = "isDefault";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.whenChanged = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.whenChanged);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.passwordEnabled = reader.bool();
                            message._passwordEnabled = "passwordEnabled";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.alphanumericPasswordRequired = reader.bool();
                            message._alphanumericPasswordRequired = "alphanumericPasswordRequired";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.allowSimplePassword = reader.bool();
                            message._allowSimplePassword = "allowSimplePassword";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.minPasswordLength = reader.uint32();
                            message._minPasswordLength = "minPasswordLength";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            message.minPasswordComplexCharacters = reader.uint32();
                            message._minPasswordComplexCharacters = "minPasswordComplexCharacters";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.passwordExpiration = $root.easconnector.v1.UnlimitedDuration.decode(reader, reader.size(), $undefined, _depth + 1, message.passwordExpiration);
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            message.passwordHistory = reader.uint32();
                            message._passwordHistory = "passwordHistory";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            message.passwordRecoveryEnabled = reader.bool();
                            message._passwordRecoveryEnabled = "passwordRecoveryEnabled";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.maxPasswordFailedAttempts = $root.easconnector.v1.UnlimitedNumber.decode(reader, reader.size(), $undefined, _depth + 1, message.maxPasswordFailedAttempts);
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.maxInactivityTimeLock = $root.easconnector.v1.UnlimitedDuration.decode(reader, reader.size(), $undefined, _depth + 1, message.maxInactivityTimeLock);
                            continue;
                        }
                    case 20: {
                            if (wireType !== 0)
                                break;
                            message.deviceEncryptionEnabled = reader.bool();
                            message._deviceEncryptionEnabled = "deviceEncryptionEnabled";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            message.requireDeviceEncryption = reader.bool();
                            message._requireDeviceEncryption = "requireDeviceEncryption";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 0)
                                break;
                            message.requireStorageCardEncryption = reader.bool();
                            message._requireStorageCardEncryption = "requireStorageCardEncryption";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 0)
                                break;
                            message.allowStorageCard = reader.bool();
                            message._allowStorageCard = "allowStorageCard";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 0)
                                break;
                            message.attachmentsEnabled = reader.bool();
                            message._attachmentsEnabled = "attachmentsEnabled";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.maxAttachmentSize = $root.easconnector.v1.UnlimitedNumber.decode(reader, reader.size(), $undefined, _depth + 1, message.maxAttachmentSize);
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.devicePolicyRefreshInterval = $root.easconnector.v1.UnlimitedDuration.decode(reader, reader.size(), $undefined, _depth + 1, message.devicePolicyRefreshInterval);
                            continue;
                        }
                    case 27: {
                            if (wireType !== 0)
                                break;
                            message.allowNonProvisionableDevices = reader.bool();
                            message._allowNonProvisionableDevices = "allowNonProvisionableDevices";
                            continue;
                        }
                    case 28: {
                            if (wireType !== 0)
                                break;
                            message.allowExternalDeviceManagement = reader.bool();
                            message._allowExternalDeviceManagement = "allowExternalDeviceManagement";
                            continue;
                        }
                    case 29: {
                            if (wireType !== 0)
                                break;
                            message.allowMobileOtaUpdate = reader.bool();
                            message._allowMobileOtaUpdate = "allowMobileOtaUpdate";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.allowBluetooth = value;
                            else
                                delete message.allowBluetooth;
                            continue;
                        }
                    case 31: {
                            if (wireType !== 0)
                                break;
                            message.allowBrowser = reader.bool();
                            message._allowBrowser = "allowBrowser";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 0)
                                break;
                            message.allowCamera = reader.bool();
                            message._allowCamera = "allowCamera";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 0)
                                break;
                            message.allowConsumerEmail = reader.bool();
                            message._allowConsumerEmail = "allowConsumerEmail";
                            continue;
                        }
                    case 34: {
                            if (wireType !== 0)
                                break;
                            message.allowDesktopSync = reader.bool();
                            message._allowDesktopSync = "allowDesktopSync";
                            continue;
                        }
                    case 35: {
                            if (wireType !== 0)
                                break;
                            message.allowHtmlEmail = reader.bool();
                            message._allowHtmlEmail = "allowHtmlEmail";
                            continue;
                        }
                    case 36: {
                            if (wireType !== 0)
                                break;
                            message.allowInternetSharing = reader.bool();
                            message._allowInternetSharing = "allowInternetSharing";
                            continue;
                        }
                    case 37: {
                            if (wireType !== 0)
                                break;
                            message.allowIrda = reader.bool();
                            message._allowIrda = "allowIrda";
                            continue;
                        }
                    case 38: {
                            if (wireType !== 0)
                                break;
                            message.allowPopImapEmail = reader.bool();
                            message._allowPopImapEmail = "allowPopImapEmail";
                            continue;
                        }
                    case 39: {
                            if (wireType !== 0)
                                break;
                            message.allowRemoteDesktop = reader.bool();
                            message._allowRemoteDesktop = "allowRemoteDesktop";
                            continue;
                        }
                    case 40: {
                            if (wireType !== 0)
                                break;
                            message.allowTextMessaging = reader.bool();
                            message._allowTextMessaging = "allowTextMessaging";
                            continue;
                        }
                    case 41: {
                            if (wireType !== 0)
                                break;
                            message.allowUnsignedApplications = reader.bool();
                            message._allowUnsignedApplications = "allowUnsignedApplications";
                            continue;
                        }
                    case 42: {
                            if (wireType !== 0)
                                break;
                            message.allowUnsignedInstallationPackages = reader.bool();
                            message._allowUnsignedInstallationPackages = "allowUnsignedInstallationPackages";
                            continue;
                        }
                    case 43: {
                            if (wireType !== 0)
                                break;
                            message.allowWifi = reader.bool();
                            message._allowWifi = "allowWifi";
                            continue;
                        }
                    case 44: {
                            if (wireType !== 0)
                                break;
                            message.allowApplePushNotifications = reader.bool();
                            message._allowApplePushNotifications = "allowApplePushNotifications";
                            continue;
                        }
                    case 45: {
                            if (wireType !== 0)
                                break;
                            message.allowGooglePushNotifications = reader.bool();
                            message._allowGooglePushNotifications = "allowGooglePushNotifications";
                            continue;
                        }
                    case 46: {
                            if (wireType !== 0)
                                break;
                            message.allowMicrosoftPushNotifications = reader.bool();
                            message._allowMicrosoftPushNotifications = "allowMicrosoftPushNotifications";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.maxCalendarAgeFilter = value;
                            else
                                delete message.maxCalendarAgeFilter;
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.maxEmailAgeFilter = value;
                            else
                                delete message.maxEmailAgeFilter;
                            continue;
                        }
                    case 52: {
                            if (wireType !== 2)
                                break;
                            message.maxEmailBodyTruncationSize = $root.easconnector.v1.UnlimitedNumber.decode(reader, reader.size(), $undefined, _depth + 1, message.maxEmailBodyTruncationSize);
                            continue;
                        }
                    case 53: {
                            if (wireType !== 2)
                                break;
                            message.maxEmailHtmlBodyTruncationSize = $root.easconnector.v1.UnlimitedNumber.decode(reader, reader.size(), $undefined, _depth + 1, message.maxEmailHtmlBodyTruncationSize);
                            continue;
                        }
                    case 54: {
                            if (wireType !== 0)
                                break;
                            message.requireManualSyncWhenRoaming = reader.bool();
                            message._requireManualSyncWhenRoaming = "requireManualSyncWhenRoaming";
                            continue;
                        }
                    case 60: {
                            if (wireType !== 0)
                                break;
                            message.irmEnabled = reader.bool();
                            message._irmEnabled = "irmEnabled";
                            continue;
                        }
                    case 61: {
                            if (wireType !== 0)
                                break;
                            message.allowSmimeSoftCerts = reader.bool();
                            message._allowSmimeSoftCerts = "allowSmimeSoftCerts";
                            continue;
                        }
                    case 62: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.allowSmimeEncryptionAlgorithmNegotiation = value;
                            else
                                delete message.allowSmimeEncryptionAlgorithmNegotiation;
                            continue;
                        }
                    case 63: {
                            if (wireType !== 0)
                                break;
                            message.requireEncryptedSmimeMessages = reader.bool();
                            message._requireEncryptedSmimeMessages = "requireEncryptedSmimeMessages";
                            continue;
                        }
                    case 64: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.requireEncryptionSmimeAlgorithm = value;
                            else
                                delete message.requireEncryptionSmimeAlgorithm;
                            continue;
                        }
                    case 65: {
                            if (wireType !== 0)
                                break;
                            message.requireSignedSmimeMessages = reader.bool();
                            message._requireSignedSmimeMessages = "requireSignedSmimeMessages";
                            continue;
                        }
                    case 66: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.requireSignedSmimeAlgorithm = value;
                            else
                                delete message.requireSignedSmimeAlgorithm;
                            continue;
                        }
                    case 70: {
                            if (wireType !== 2)
                                break;
                            if (!(message.approvedApplicationList && message.approvedApplicationList.length))
                                message.approvedApplicationList = [];
                            message.approvedApplicationList.push(reader.stringVerify());
                            continue;
                        }
                    case 71: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unapprovedInRomApplicationList && message.unapprovedInRomApplicationList.length))
                                message.unapprovedInRomApplicationList = [];
                            message.unapprovedInRomApplicationList.push(reader.stringVerify());
                            continue;
                        }
                    case 72: {
                            if (wireType !== 0)
                                break;
                            message.uncAccessEnabled = reader.bool();
                            message._uncAccessEnabled = "uncAccessEnabled";
                            continue;
                        }
                    case 73: {
                            if (wireType !== 0)
                                break;
                            message.wssAccessEnabled = reader.bool();
                            message._wssAccessEnabled = "wssAccessEnabled";
                            continue;
                        }
                    case 80: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            MobileDeviceMailboxPolicy.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.MobileDeviceMailboxPolicy";
            };

            return MobileDeviceMailboxPolicy;
        })();

        v1.OrganizationSettings = (function() {

            var OrganizationSettings = function (properties) {
                this.adminMailRecipients = [];
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            OrganizationSettings.prototype.defaultAccessLevel = 0;
            OrganizationSettings.prototype.userMailInsert = "";
            OrganizationSettings.prototype.adminMailRecipients = $util.emptyArray;
            OrganizationSettings.prototype.otaNotificationMailInsert = "";
            OrganizationSettings.prototype.allowAccessForUnsupportedPlatform = null;
            OrganizationSettings.prototype.allowRmsSupportForUnenlightenedApps = null;
            OrganizationSettings.prototype.enableMobileMailboxPolicyWhenCaInPlace = null;
            OrganizationSettings.prototype.whenChanged = null;
            OrganizationSettings.prototype.otherProperties = $util.emptyArray;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(OrganizationSettings.prototype, "_allowAccessForUnsupportedPlatform", {
                get: $util.oneOfGetter($oneOfFields = ["allowAccessForUnsupportedPlatform"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(OrganizationSettings.prototype, "_allowRmsSupportForUnenlightenedApps", {
                get: $util.oneOfGetter($oneOfFields = ["allowRmsSupportForUnenlightenedApps"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(OrganizationSettings.prototype, "_enableMobileMailboxPolicyWhenCaInPlace", {
                get: $util.oneOfGetter($oneOfFields = ["enableMobileMailboxPolicyWhenCaInPlace"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            OrganizationSettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.defaultAccessLevel != null && $Object.hasOwnProperty.call(message, "defaultAccessLevel") && message.defaultAccessLevel !== 0)
                    writer.uint32(8).int32(message.defaultAccessLevel);
                if (message.userMailInsert != null && $Object.hasOwnProperty.call(message, "userMailInsert") && message.userMailInsert !== "")
                    writer.uint32(18).string(message.userMailInsert);
                if (message.adminMailRecipients != null && message.adminMailRecipients.length)
                    for (var i = 0; i < message.adminMailRecipients.length; ++i)
                        writer.uint32(26).string(message.adminMailRecipients[i]);
                if (message.otaNotificationMailInsert != null && $Object.hasOwnProperty.call(message, "otaNotificationMailInsert") && message.otaNotificationMailInsert !== "")
                    writer.uint32(34).string(message.otaNotificationMailInsert);
                if (message.allowAccessForUnsupportedPlatform != null && $Object.hasOwnProperty.call(message, "allowAccessForUnsupportedPlatform"))
                    writer.uint32(40).bool(message.allowAccessForUnsupportedPlatform);
                if (message.allowRmsSupportForUnenlightenedApps != null && $Object.hasOwnProperty.call(message, "allowRmsSupportForUnenlightenedApps"))
                    writer.uint32(48).bool(message.allowRmsSupportForUnenlightenedApps);
                if (message.enableMobileMailboxPolicyWhenCaInPlace != null && $Object.hasOwnProperty.call(message, "enableMobileMailboxPolicyWhenCaInPlace"))
                    writer.uint32(56).bool(message.enableMobileMailboxPolicyWhenCaInPlace);
                if (message.whenChanged != null && $Object.hasOwnProperty.call(message, "whenChanged"))
                    $root.google.protobuf.Timestamp.encode(message.whenChanged, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            OrganizationSettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.OrganizationSettings();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.defaultAccessLevel = value;
                            else
                                delete message.defaultAccessLevel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.userMailInsert = value;
                            else
                                delete message.userMailInsert;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.adminMailRecipients && message.adminMailRecipients.length))
                                message.adminMailRecipients = [];
                            message.adminMailRecipients.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.otaNotificationMailInsert = value;
                            else
                                delete message.otaNotificationMailInsert;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.allowAccessForUnsupportedPlatform = reader.bool();
                            message._allowAccessForUnsupportedPlatform = "allowAccessForUnsupportedPlatform";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.allowRmsSupportForUnenlightenedApps = reader.bool();
                            message._allowRmsSupportForUnenlightenedApps = "allowRmsSupportForUnenlightenedApps";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.enableMobileMailboxPolicyWhenCaInPlace = reader.bool();
                            message._enableMobileMailboxPolicyWhenCaInPlace = "enableMobileMailboxPolicyWhenCaInPlace";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.whenChanged = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.whenChanged);
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            OrganizationSettings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.OrganizationSettings";
            };

            return OrganizationSettings;
        })();

        v1.DeviceAccessRule = (function() {

            var DeviceAccessRule = function (properties) {
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceAccessRule.prototype.guid = "";
            DeviceAccessRule.prototype.name = "";
            DeviceAccessRule.prototype.identity = "";
            DeviceAccessRule.prototype.characteristic = 0;
            DeviceAccessRule.prototype.queryString = "";
            DeviceAccessRule.prototype.accessLevel = 0;
            DeviceAccessRule.prototype.whenChanged = null;
            DeviceAccessRule.prototype.otherProperties = $util.emptyArray;

            DeviceAccessRule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guid != null && $Object.hasOwnProperty.call(message, "guid") && message.guid !== "")
                    writer.uint32(10).string(message.guid);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity") && message.identity !== "")
                    writer.uint32(26).string(message.identity);
                if (message.characteristic != null && $Object.hasOwnProperty.call(message, "characteristic") && message.characteristic !== 0)
                    writer.uint32(32).int32(message.characteristic);
                if (message.queryString != null && $Object.hasOwnProperty.call(message, "queryString") && message.queryString !== "")
                    writer.uint32(42).string(message.queryString);
                if (message.accessLevel != null && $Object.hasOwnProperty.call(message, "accessLevel") && message.accessLevel !== 0)
                    writer.uint32(48).int32(message.accessLevel);
                if (message.whenChanged != null && $Object.hasOwnProperty.call(message, "whenChanged"))
                    $root.google.protobuf.Timestamp.encode(message.whenChanged, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceAccessRule.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DeviceAccessRule();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.guid = value;
                            else
                                delete message.guid;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.identity = value;
                            else
                                delete message.identity;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.characteristic = value;
                            else
                                delete message.characteristic;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.queryString = value;
                            else
                                delete message.queryString;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.accessLevel = value;
                            else
                                delete message.accessLevel;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.whenChanged = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.whenChanged);
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceAccessRule.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DeviceAccessRule";
            };

            return DeviceAccessRule;
        })();

        v1.DeviceClass = (function() {

            var DeviceClass = function (properties) {
                this.otherProperties = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceClass.prototype.deviceType = "";
            DeviceClass.prototype.deviceModel = "";
            DeviceClass.prototype.lastUpdateTime = null;
            DeviceClass.prototype.otherProperties = $util.emptyArray;

            DeviceClass.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.deviceType != null && $Object.hasOwnProperty.call(message, "deviceType") && message.deviceType !== "")
                    writer.uint32(10).string(message.deviceType);
                if (message.deviceModel != null && $Object.hasOwnProperty.call(message, "deviceModel") && message.deviceModel !== "")
                    writer.uint32(18).string(message.deviceModel);
                if (message.lastUpdateTime != null && $Object.hasOwnProperty.call(message, "lastUpdateTime"))
                    $root.google.protobuf.Timestamp.encode(message.lastUpdateTime, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.otherProperties != null && message.otherProperties.length)
                    for (var i = 0; i < message.otherProperties.length; ++i)
                        $root.easconnector.v1.Property.encode(message.otherProperties[i], writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceClass.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DeviceClass();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceType = value;
                            else
                                delete message.deviceType;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceModel = value;
                            else
                                delete message.deviceModel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.lastUpdateTime = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.lastUpdateTime);
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherProperties && message.otherProperties.length))
                                message.otherProperties = [];
                            message.otherProperties.push($root.easconnector.v1.Property.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceClass.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DeviceClass";
            };

            return DeviceClass;
        })();

        v1.SyncTimes = (function() {

            var SyncTimes = function (properties) {
                this.lastSuccessSync = [];
                this.lastSyncAttemptTime = [];
                this.readAt = [];
                this.isOnline = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SyncTimes.prototype.guids = $util.newBuffer([]);
            SyncTimes.prototype.lastSuccessSync = $util.emptyArray;
            SyncTimes.prototype.lastSyncAttemptTime = $util.emptyArray;
            SyncTimes.prototype.readAt = $util.emptyArray;
            SyncTimes.prototype.isOnline = $util.emptyArray;

            SyncTimes.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guids != null && $Object.hasOwnProperty.call(message, "guids") && message.guids.length)
                    writer.uint32(10).bytes(message.guids);
                if (message.lastSuccessSync != null && message.lastSuccessSync.length)
                    writer.uint32(18).int64s(message.lastSuccessSync);
                if (message.lastSyncAttemptTime != null && message.lastSyncAttemptTime.length)
                    writer.uint32(26).int64s(message.lastSyncAttemptTime);
                if (message.readAt != null && message.readAt.length)
                    writer.uint32(34).int64s(message.readAt);
                if (message.isOnline != null && message.isOnline.length)
                    writer.uint32(42).bools(message.isOnline);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SyncTimes.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.SyncTimes();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.guids = value;
                            else
                                delete message.guids;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.lastSuccessSync && message.lastSuccessSync.length))
                                    message.lastSuccessSync = [];
                                reader.int64s(message.lastSuccessSync);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.lastSuccessSync && message.lastSuccessSync.length))
                                message.lastSuccessSync = [];
                            message.lastSuccessSync.push(reader.int64());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.lastSyncAttemptTime && message.lastSyncAttemptTime.length))
                                    message.lastSyncAttemptTime = [];
                                reader.int64s(message.lastSyncAttemptTime);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.lastSyncAttemptTime && message.lastSyncAttemptTime.length))
                                message.lastSyncAttemptTime = [];
                            message.lastSyncAttemptTime.push(reader.int64());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.readAt && message.readAt.length))
                                    message.readAt = [];
                                reader.int64s(message.readAt);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.readAt && message.readAt.length))
                                message.readAt = [];
                            message.readAt.push(reader.int64());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.isOnline && message.isOnline.length))
                                    message.isOnline = [];
                                reader.bools(message.isOnline);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.isOnline && message.isOnline.length))
                                message.isOnline = [];
                            message.isOnline.push(reader.bool());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SyncTimes.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.SyncTimes";
            };

            return SyncTimes;
        })();

        v1.PartnershipChange = (function() {

            var PartnershipChange = function (properties) {
                this.changedFields = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PartnershipChange.prototype.partnership = null;
            PartnershipChange.prototype.changedFields = $util.emptyArray;

            PartnershipChange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnership != null && $Object.hasOwnProperty.call(message, "partnership"))
                    $root.easconnector.v1.Partnership.encode(message.partnership, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.changedFields != null && message.changedFields.length)
                    for (var i = 0; i < message.changedFields.length; ++i)
                        writer.uint32(18).string(message.changedFields[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PartnershipChange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.PartnershipChange();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.partnership = $root.easconnector.v1.Partnership.decode(reader, reader.size(), $undefined, _depth + 1, message.partnership);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.changedFields && message.changedFields.length))
                                message.changedFields = [];
                            message.changedFields.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PartnershipChange.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.PartnershipChange";
            };

            return PartnershipChange;
        })();

        v1.Finding = (function() {

            var Finding = function (properties) {
                this.examples = [];
                this.drift = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Finding.prototype.code = "";
            Finding.prototype.severity = 0;
            Finding.prototype.summary = "";
            Finding.prototype.count = 0;
            Finding.prototype.examples = $util.emptyArray;
            Finding.prototype.drift = $util.emptyArray;

            Finding.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(10).string(message.code);
                if (message.severity != null && $Object.hasOwnProperty.call(message, "severity") && message.severity !== 0)
                    writer.uint32(16).int32(message.severity);
                if (message.summary != null && $Object.hasOwnProperty.call(message, "summary") && message.summary !== "")
                    writer.uint32(26).string(message.summary);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(32).uint32(message.count);
                if (message.examples != null && message.examples.length)
                    for (var i = 0; i < message.examples.length; ++i)
                        writer.uint32(42).string(message.examples[i]);
                if (message.drift != null && message.drift.length)
                    for (var i = 0; i < message.drift.length; ++i)
                        $root.easconnector.v1.PropertyDrift.encode(message.drift[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Finding.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Finding();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.severity = value;
                            else
                                delete message.severity;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.summary = value;
                            else
                                delete message.summary;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.examples && message.examples.length))
                                message.examples = [];
                            message.examples.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.drift && message.drift.length))
                                message.drift = [];
                            message.drift.push($root.easconnector.v1.PropertyDrift.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Finding.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Finding";
            };

            return Finding;
        })();

        v1.PropertyDrift = (function() {

            var PropertyDrift = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PropertyDrift.prototype.object = "";
            PropertyDrift.prototype.property = "";
            PropertyDrift.prototype.before = "";
            PropertyDrift.prototype.after = "";

            PropertyDrift.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.object != null && $Object.hasOwnProperty.call(message, "object") && message.object !== "")
                    writer.uint32(10).string(message.object);
                if (message.property != null && $Object.hasOwnProperty.call(message, "property") && message.property !== "")
                    writer.uint32(18).string(message.property);
                if (message.before != null && $Object.hasOwnProperty.call(message, "before") && message.before !== "")
                    writer.uint32(26).string(message.before);
                if (message.after != null && $Object.hasOwnProperty.call(message, "after") && message.after !== "")
                    writer.uint32(34).string(message.after);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PropertyDrift.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.PropertyDrift();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.object = value;
                            else
                                delete message.object;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.property = value;
                            else
                                delete message.property;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.before = value;
                            else
                                delete message.before;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.after = value;
                            else
                                delete message.after;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PropertyDrift.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.PropertyDrift";
            };

            return PropertyDrift;
        })();

        v1.HostMessage = (function() {

            var HostMessage = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HostMessage.prototype.hello = null;
            HostMessage.prototype.run = null;
            HostMessage.prototype.ack = null;
            HostMessage.prototype.cancel = null;

            var $oneOfFields;

            $Object.defineProperty(HostMessage.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "run", "ack", "cancel"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            HostMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.easconnector.v1.Hello.encode(message.hello, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.run != null && $Object.hasOwnProperty.call(message, "run"))
                    $root.easconnector.v1.Run.encode(message.run, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.easconnector.v1.Ack.encode(message.ack, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.easconnector.v1.Cancel.encode(message.cancel, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HostMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.HostMessage();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.easconnector.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.kind = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.run = $root.easconnector.v1.Run.decode(reader, reader.size(), $undefined, _depth + 1, message.run);
                            message.kind = "run";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.easconnector.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.kind = "ack";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.easconnector.v1.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.kind = "cancel";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HostMessage.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.HostMessage";
            };

            return HostMessage;
        })();

        v1.PluginMessage = (function() {

            var PluginMessage = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PluginMessage.prototype.hello = null;
            PluginMessage.prototype.log = null;
            PluginMessage.prototype.progress = null;
            PluginMessage.prototype.result = null;
            PluginMessage.prototype.completed = null;

            var $oneOfFields;

            $Object.defineProperty(PluginMessage.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "log", "progress", "result", "completed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            PluginMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.easconnector.v1.Hello.encode(message.hello, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.log != null && $Object.hasOwnProperty.call(message, "log"))
                    $root.easconnector.v1.LogRecord.encode(message.log, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.easconnector.v1.Progress.encode(message.progress, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    $root.easconnector.v1.Result.encode(message.result, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.completed != null && $Object.hasOwnProperty.call(message, "completed"))
                    $root.easconnector.v1.Completed.encode(message.completed, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PluginMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.PluginMessage();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.easconnector.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.kind = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.log = $root.easconnector.v1.LogRecord.decode(reader, reader.size(), $undefined, _depth + 1, message.log);
                            message.kind = "log";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.easconnector.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            message.kind = "progress";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.result = $root.easconnector.v1.Result.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                            message.kind = "result";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.completed = $root.easconnector.v1.Completed.decode(reader, reader.size(), $undefined, _depth + 1, message.completed);
                            message.kind = "completed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PluginMessage.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.PluginMessage";
            };

            return PluginMessage;
        })();

        v1.Hello = (function() {

            var Hello = function (properties) {
                this.tasks = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Hello.prototype.contractVersion = "";
            Hello.prototype.name = "";
            Hello.prototype.version = "";
            Hello.prototype.tasks = $util.emptyArray;

            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.contractVersion != null && $Object.hasOwnProperty.call(message, "contractVersion") && message.contractVersion !== "")
                    writer.uint32(10).string(message.contractVersion);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(26).string(message.version);
                if (message.tasks != null && message.tasks.length)
                    for (var i = 0; i < message.tasks.length; ++i)
                        writer.uint32(34).string(message.tasks[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Hello();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contractVersion = value;
                            else
                                delete message.contractVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.tasks && message.tasks.length))
                                message.tasks = [];
                            message.tasks.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Hello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Hello";
            };

            return Hello;
        })();

        v1.Run = (function() {

            var Run = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Run.prototype.task = "";
            Run.prototype.runId = "";
            Run.prototype.settings = $util.newBuffer([]);
            Run.prototype.dataDir = "";
            Run.prototype.logDir = "";

            Run.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.task != null && $Object.hasOwnProperty.call(message, "task") && message.task !== "")
                    writer.uint32(10).string(message.task);
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(18).string(message.runId);
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings") && message.settings.length)
                    writer.uint32(26).bytes(message.settings);
                if (message.dataDir != null && $Object.hasOwnProperty.call(message, "dataDir") && message.dataDir !== "")
                    writer.uint32(34).string(message.dataDir);
                if (message.logDir != null && $Object.hasOwnProperty.call(message, "logDir") && message.logDir !== "")
                    writer.uint32(42).string(message.logDir);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Run.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Run();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.task = value;
                            else
                                delete message.task;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.settings = value;
                            else
                                delete message.settings;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dataDir = value;
                            else
                                delete message.dataDir;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.logDir = value;
                            else
                                delete message.logDir;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Run.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Run";
            };

            return Run;
        })();

        v1.Ack = (function() {

            var Ack = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Ack.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Ack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(8).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Ack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Ack();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Ack.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Ack";
            };

            return Ack;
        })();

        v1.Cancel = (function() {

            var Cancel = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Cancel.prototype.reason = "";

            Cancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(10).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Cancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Cancel();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Cancel.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Cancel";
            };

            return Cancel;
        })();

        v1.LogRecord = (function() {

            var LogRecord = function (properties) {
                this.fields = {};
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogRecord.prototype.at = null;
            LogRecord.prototype.level = 0;
            LogRecord.prototype.message = "";
            LogRecord.prototype.fields = $util.emptyObject;

            LogRecord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.google.protobuf.Timestamp.encode(message.at, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                    writer.uint32(16).int32(message.level);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(26).string(message.message);
                if (message.fields != null && $Object.hasOwnProperty.call(message, "fields"))
                    for (var keys = $Object.keys(message.fields), i = 0; i < keys.length; ++i)
                        writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.fields[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LogRecord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.LogRecord();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.level = value;
                            else
                                delete message.level;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (message.fields === $util.emptyObject)
                                message.fields = {};
                            var end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                var tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.fields, key);
                            message.fields[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LogRecord.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.LogRecord";
            };

            return LogRecord;
        })();

        v1.Progress = (function() {

            var Progress = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Progress.prototype.phase = "";
            Progress.prototype.done = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Progress.prototype.total = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                    writer.uint32(10).string(message.phase);
                if (message.done != null && $Object.hasOwnProperty.call(message, "done") && (typeof message.done === "object" ? message.done.low || message.done.high : message.done !== 0))
                    writer.uint32(16).uint64(message.done);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && (typeof message.total === "object" ? message.total.low || message.total.high : message.total !== 0))
                    writer.uint32(24).uint64(message.total);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Progress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Progress();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.done = value;
                            else
                                delete message.done;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Progress.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Progress";
            };

            return Progress;
        })();

        v1.Result = (function() {

            var Result = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Result.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Result.prototype.payload = $util.newBuffer([]);

            Result.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(8).uint64(message.sequence);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(18).bytes(message.payload);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Result.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Result();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Result.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Result";
            };

            return Result;
        })();

        v1.Completed = (function() {

            var Completed = function (properties) {
                this.problems = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Completed.prototype.outcome = 0;
            Completed.prototype.problems = $util.emptyArray;

            Completed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(8).int32(message.outcome);
                if (message.problems != null && message.problems.length)
                    for (var i = 0; i < message.problems.length; ++i)
                        $root.easconnector.v1.Problem.encode(message.problems[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Completed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Completed();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.easconnector.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Completed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Completed";
            };

            return Completed;
        })();

        v1.ManageSettings = (function() {

            var ManageSettings = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManageSettings.prototype.contractVersion = "";
            ManageSettings.prototype.host = null;
            ManageSettings.prototype.connection = null;
            ManageSettings.prototype.limits = null;
            ManageSettings.prototype.logging = null;
            ManageSettings.prototype.scope = null;
            ManageSettings.prototype.inventory = null;

            ManageSettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.contractVersion != null && $Object.hasOwnProperty.call(message, "contractVersion") && message.contractVersion !== "")
                    writer.uint32(10).string(message.contractVersion);
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    $root.easconnector.v1.HostSettings.encode(message.host, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                    $root.easconnector.v1.Connection.encode(message.connection, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.easconnector.v1.Limits.encode(message.limits, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.logging != null && $Object.hasOwnProperty.call(message, "logging"))
                    $root.easconnector.v1.Logging.encode(message.logging, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.scope != null && $Object.hasOwnProperty.call(message, "scope"))
                    $root.easconnector.v1.Scope.encode(message.scope, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.inventory != null && $Object.hasOwnProperty.call(message, "inventory"))
                    $root.easconnector.v1.InventorySettings.encode(message.inventory, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManageSettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ManageSettings();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contractVersion = value;
                            else
                                delete message.contractVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.host = $root.easconnector.v1.HostSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.host);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.connection = $root.easconnector.v1.Connection.decode(reader, reader.size(), $undefined, _depth + 1, message.connection);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.easconnector.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.logging = $root.easconnector.v1.Logging.decode(reader, reader.size(), $undefined, _depth + 1, message.logging);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.scope = $root.easconnector.v1.Scope.decode(reader, reader.size(), $undefined, _depth + 1, message.scope);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.inventory = $root.easconnector.v1.InventorySettings.decode(reader, reader.size(), $undefined, _depth + 1, message.inventory);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManageSettings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ManageSettings";
            };

            return ManageSettings;
        })();

        v1.SecuritySettings = (function() {

            var SecuritySettings = function (properties) {
                this.actions = [];
                this.approvals = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SecuritySettings.prototype.contractVersion = "";
            SecuritySettings.prototype.host = null;
            SecuritySettings.prototype.connection = null;
            SecuritySettings.prototype.limits = null;
            SecuritySettings.prototype.logging = null;
            SecuritySettings.prototype.scope = null;
            SecuritySettings.prototype.actions = $util.emptyArray;
            SecuritySettings.prototype.approvals = $util.emptyArray;
            SecuritySettings.prototype.desiredAccess = null;
            SecuritySettings.prototype.safety = null;
            SecuritySettings.prototype.hygiene = null;

            SecuritySettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.contractVersion != null && $Object.hasOwnProperty.call(message, "contractVersion") && message.contractVersion !== "")
                    writer.uint32(10).string(message.contractVersion);
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    $root.easconnector.v1.HostSettings.encode(message.host, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                    $root.easconnector.v1.Connection.encode(message.connection, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.easconnector.v1.Limits.encode(message.limits, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.logging != null && $Object.hasOwnProperty.call(message, "logging"))
                    $root.easconnector.v1.Logging.encode(message.logging, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.scope != null && $Object.hasOwnProperty.call(message, "scope"))
                    $root.easconnector.v1.Scope.encode(message.scope, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.actions != null && message.actions.length)
                    for (var i = 0; i < message.actions.length; ++i)
                        $root.easconnector.v1.Action.encode(message.actions[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.approvals != null && message.approvals.length)
                    for (var i = 0; i < message.approvals.length; ++i)
                        $root.easconnector.v1.Approval.encode(message.approvals[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.desiredAccess != null && $Object.hasOwnProperty.call(message, "desiredAccess"))
                    $root.easconnector.v1.DesiredAccess.encode(message.desiredAccess, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.safety != null && $Object.hasOwnProperty.call(message, "safety"))
                    $root.easconnector.v1.SafetyLimits.encode(message.safety, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.hygiene != null && $Object.hasOwnProperty.call(message, "hygiene"))
                    $root.easconnector.v1.Hygiene.encode(message.hygiene, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SecuritySettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.SecuritySettings();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contractVersion = value;
                            else
                                delete message.contractVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.host = $root.easconnector.v1.HostSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.host);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.connection = $root.easconnector.v1.Connection.decode(reader, reader.size(), $undefined, _depth + 1, message.connection);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.easconnector.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.logging = $root.easconnector.v1.Logging.decode(reader, reader.size(), $undefined, _depth + 1, message.logging);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.scope = $root.easconnector.v1.Scope.decode(reader, reader.size(), $undefined, _depth + 1, message.scope);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.actions && message.actions.length))
                                message.actions = [];
                            message.actions.push($root.easconnector.v1.Action.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.approvals && message.approvals.length))
                                message.approvals = [];
                            message.approvals.push($root.easconnector.v1.Approval.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.desiredAccess = $root.easconnector.v1.DesiredAccess.decode(reader, reader.size(), $undefined, _depth + 1, message.desiredAccess);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.safety = $root.easconnector.v1.SafetyLimits.decode(reader, reader.size(), $undefined, _depth + 1, message.safety);
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.hygiene = $root.easconnector.v1.Hygiene.decode(reader, reader.size(), $undefined, _depth + 1, message.hygiene);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SecuritySettings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.SecuritySettings";
            };

            return SecuritySettings;
        })();

        v1.HostSettings = (function() {

            var HostSettings = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HostSettings.prototype.enabled = null;
            HostSettings.prototype.computerName = "";
            HostSettings.prototype.manageInterval = null;
            HostSettings.prototype.securityInterval = null;
            HostSettings.prototype.settingsInterval = null;
            HostSettings.prototype.issuedAt = null;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostSettings.prototype, "_enabled", {
                get: $util.oneOfGetter($oneOfFields = ["enabled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            HostSettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled"))
                    writer.uint32(8).bool(message.enabled);
                if (message.computerName != null && $Object.hasOwnProperty.call(message, "computerName") && message.computerName !== "")
                    writer.uint32(18).string(message.computerName);
                if (message.manageInterval != null && $Object.hasOwnProperty.call(message, "manageInterval"))
                    $root.google.protobuf.Duration.encode(message.manageInterval, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.securityInterval != null && $Object.hasOwnProperty.call(message, "securityInterval"))
                    $root.google.protobuf.Duration.encode(message.securityInterval, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.settingsInterval != null && $Object.hasOwnProperty.call(message, "settingsInterval"))
                    $root.google.protobuf.Duration.encode(message.settingsInterval, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.issuedAt != null && $Object.hasOwnProperty.call(message, "issuedAt"))
                    $root.google.protobuf.Timestamp.encode(message.issuedAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HostSettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.HostSettings();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.enabled = reader.bool();
                            message._enabled = "enabled";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.computerName = value;
                            else
                                delete message.computerName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.manageInterval = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.manageInterval);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.securityInterval = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.securityInterval);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.settingsInterval = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.settingsInterval);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.issuedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.issuedAt);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HostSettings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.HostSettings";
            };

            return HostSettings;
        })();

        v1.Limits = (function() {

            var Limits = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Limits.prototype.runTimeout = null;
            Limits.prototype.commandTimeout = null;
            Limits.prototype.maxConcurrentCommands = 0;
            Limits.prototype.maxThrottleWait = null;
            Limits.prototype.maxUnacknowledgedResults = 0;
            Limits.prototype.partnershipsPerResult = 0;
            Limits.prototype.maxCommandsPerMinute = 0;

            Limits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runTimeout != null && $Object.hasOwnProperty.call(message, "runTimeout"))
                    $root.google.protobuf.Duration.encode(message.runTimeout, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.commandTimeout != null && $Object.hasOwnProperty.call(message, "commandTimeout"))
                    $root.google.protobuf.Duration.encode(message.commandTimeout, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.maxConcurrentCommands != null && $Object.hasOwnProperty.call(message, "maxConcurrentCommands") && message.maxConcurrentCommands !== 0)
                    writer.uint32(24).uint32(message.maxConcurrentCommands);
                if (message.maxThrottleWait != null && $Object.hasOwnProperty.call(message, "maxThrottleWait"))
                    $root.google.protobuf.Duration.encode(message.maxThrottleWait, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.maxUnacknowledgedResults != null && $Object.hasOwnProperty.call(message, "maxUnacknowledgedResults") && message.maxUnacknowledgedResults !== 0)
                    writer.uint32(40).uint32(message.maxUnacknowledgedResults);
                if (message.partnershipsPerResult != null && $Object.hasOwnProperty.call(message, "partnershipsPerResult") && message.partnershipsPerResult !== 0)
                    writer.uint32(48).uint32(message.partnershipsPerResult);
                if (message.maxCommandsPerMinute != null && $Object.hasOwnProperty.call(message, "maxCommandsPerMinute") && message.maxCommandsPerMinute !== 0)
                    writer.uint32(56).uint32(message.maxCommandsPerMinute);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Limits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Limits();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.runTimeout = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.runTimeout);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.commandTimeout = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.commandTimeout);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxConcurrentCommands = value;
                            else
                                delete message.maxConcurrentCommands;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.maxThrottleWait = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.maxThrottleWait);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxUnacknowledgedResults = value;
                            else
                                delete message.maxUnacknowledgedResults;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partnershipsPerResult = value;
                            else
                                delete message.partnershipsPerResult;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxCommandsPerMinute = value;
                            else
                                delete message.maxCommandsPerMinute;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Limits.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Limits";
            };

            return Limits;
        })();

        v1.Logging = (function() {

            var Logging = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Logging.prototype.level = 0;
            Logging.prototype.maxFileMib = 0;
            Logging.prototype.maxFiles = 0;

            Logging.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                    writer.uint32(8).int32(message.level);
                if (message.maxFileMib != null && $Object.hasOwnProperty.call(message, "maxFileMib") && message.maxFileMib !== 0)
                    writer.uint32(16).uint32(message.maxFileMib);
                if (message.maxFiles != null && $Object.hasOwnProperty.call(message, "maxFiles") && message.maxFiles !== 0)
                    writer.uint32(24).uint32(message.maxFiles);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Logging.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Logging();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.level = value;
                            else
                                delete message.level;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxFileMib = value;
                            else
                                delete message.maxFileMib;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxFiles = value;
                            else
                                delete message.maxFiles;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Logging.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Logging";
            };

            return Logging;
        })();

        v1.LogLevel = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LOG_LEVEL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LOG_LEVEL_DEBUG"] = 1;
            values[valuesById[2] = "LOG_LEVEL_INFO"] = 2;
            values[valuesById[3] = "LOG_LEVEL_WARN"] = 3;
            values[valuesById[4] = "LOG_LEVEL_ERROR"] = 4;
            return values;
        })();

        v1.Scope = (function() {

            var Scope = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Scope.prototype.include = null;
            Scope.prototype.exclude = null;
            Scope.prototype.recipientFilter = "";
            Scope.prototype.inactiveFor = null;

            Scope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.include != null && $Object.hasOwnProperty.call(message, "include"))
                    $root.easconnector.v1.MailboxFilter.encode(message.include, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.exclude != null && $Object.hasOwnProperty.call(message, "exclude"))
                    $root.easconnector.v1.MailboxFilter.encode(message.exclude, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.recipientFilter != null && $Object.hasOwnProperty.call(message, "recipientFilter") && message.recipientFilter !== "")
                    writer.uint32(26).string(message.recipientFilter);
                if (message.inactiveFor != null && $Object.hasOwnProperty.call(message, "inactiveFor"))
                    $root.google.protobuf.Duration.encode(message.inactiveFor, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Scope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Scope();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.include = $root.easconnector.v1.MailboxFilter.decode(reader, reader.size(), $undefined, _depth + 1, message.include);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.exclude = $root.easconnector.v1.MailboxFilter.decode(reader, reader.size(), $undefined, _depth + 1, message.exclude);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.recipientFilter = value;
                            else
                                delete message.recipientFilter;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.inactiveFor = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.inactiveFor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Scope.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Scope";
            };

            return Scope;
        })();

        v1.MailboxFilter = (function() {

            var MailboxFilter = function (properties) {
                this.organizationalUnits = [];
                this.domains = [];
                this.mailboxServers = [];
                this.groups = [];
                this.recipientTypes = [];
                this.clientTypes = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MailboxFilter.prototype.organizationalUnits = $util.emptyArray;
            MailboxFilter.prototype.domains = $util.emptyArray;
            MailboxFilter.prototype.mailboxServers = $util.emptyArray;
            MailboxFilter.prototype.groups = $util.emptyArray;
            MailboxFilter.prototype.recipientTypes = $util.emptyArray;
            MailboxFilter.prototype.clientTypes = $util.emptyArray;

            MailboxFilter.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.organizationalUnits != null && message.organizationalUnits.length)
                    for (var i = 0; i < message.organizationalUnits.length; ++i)
                        writer.uint32(10).string(message.organizationalUnits[i]);
                if (message.domains != null && message.domains.length)
                    for (var i = 0; i < message.domains.length; ++i)
                        writer.uint32(18).string(message.domains[i]);
                if (message.mailboxServers != null && message.mailboxServers.length)
                    for (var i = 0; i < message.mailboxServers.length; ++i)
                        writer.uint32(26).string(message.mailboxServers[i]);
                if (message.groups != null && message.groups.length)
                    for (var i = 0; i < message.groups.length; ++i)
                        writer.uint32(34).string(message.groups[i]);
                if (message.recipientTypes != null && message.recipientTypes.length)
                    for (var i = 0; i < message.recipientTypes.length; ++i)
                        writer.uint32(42).string(message.recipientTypes[i]);
                if (message.clientTypes != null && message.clientTypes.length)
                    for (var i = 0; i < message.clientTypes.length; ++i)
                        writer.uint32(50).string(message.clientTypes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MailboxFilter.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.MailboxFilter();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.organizationalUnits && message.organizationalUnits.length))
                                message.organizationalUnits = [];
                            message.organizationalUnits.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.domains && message.domains.length))
                                message.domains = [];
                            message.domains.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.mailboxServers && message.mailboxServers.length))
                                message.mailboxServers = [];
                            message.mailboxServers.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.recipientTypes && message.recipientTypes.length))
                                message.recipientTypes = [];
                            message.recipientTypes.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.clientTypes && message.clientTypes.length))
                                message.clientTypes = [];
                            message.clientTypes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            MailboxFilter.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.MailboxFilter";
            };

            return MailboxFilter;
        })();

        v1.InventorySettings = (function() {

            var InventorySettings = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InventorySettings.prototype.statisticsMaxAge = null;
            InventorySettings.prototype.skipStatistics = false;
            InventorySettings.prototype.fullEveryRuns = 0;
            InventorySettings.prototype.fullRequested = false;
            InventorySettings.prototype.hostStateId = "";
            InventorySettings.prototype.vanishedGrace = null;
            InventorySettings.prototype.findings = null;
            InventorySettings.prototype.quietStatisticsMaxAge = null;
            InventorySettings.prototype.hostStored = null;

            InventorySettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statisticsMaxAge != null && $Object.hasOwnProperty.call(message, "statisticsMaxAge"))
                    $root.google.protobuf.Duration.encode(message.statisticsMaxAge, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.skipStatistics != null && $Object.hasOwnProperty.call(message, "skipStatistics") && message.skipStatistics !== false)
                    writer.uint32(16).bool(message.skipStatistics);
                if (message.fullEveryRuns != null && $Object.hasOwnProperty.call(message, "fullEveryRuns") && message.fullEveryRuns !== 0)
                    writer.uint32(24).uint32(message.fullEveryRuns);
                if (message.fullRequested != null && $Object.hasOwnProperty.call(message, "fullRequested") && message.fullRequested !== false)
                    writer.uint32(32).bool(message.fullRequested);
                if (message.hostStateId != null && $Object.hasOwnProperty.call(message, "hostStateId") && message.hostStateId !== "")
                    writer.uint32(42).string(message.hostStateId);
                if (message.vanishedGrace != null && $Object.hasOwnProperty.call(message, "vanishedGrace"))
                    $root.google.protobuf.Duration.encode(message.vanishedGrace, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.findings != null && $Object.hasOwnProperty.call(message, "findings"))
                    $root.easconnector.v1.FindingThresholds.encode(message.findings, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.quietStatisticsMaxAge != null && $Object.hasOwnProperty.call(message, "quietStatisticsMaxAge"))
                    $root.google.protobuf.Duration.encode(message.quietStatisticsMaxAge, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.hostStored != null && $Object.hasOwnProperty.call(message, "hostStored"))
                    $root.easconnector.v1.StoredResults.encode(message.hostStored, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InventorySettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.InventorySettings();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.statisticsMaxAge = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.statisticsMaxAge);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.skipStatistics = value;
                            else
                                delete message.skipStatistics;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.fullEveryRuns = value;
                            else
                                delete message.fullEveryRuns;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.fullRequested = value;
                            else
                                delete message.fullRequested;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostStateId = value;
                            else
                                delete message.hostStateId;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.vanishedGrace = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.vanishedGrace);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.findings = $root.easconnector.v1.FindingThresholds.decode(reader, reader.size(), $undefined, _depth + 1, message.findings);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.quietStatisticsMaxAge = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.quietStatisticsMaxAge);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.hostStored = $root.easconnector.v1.StoredResults.decode(reader, reader.size(), $undefined, _depth + 1, message.hostStored);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InventorySettings.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.InventorySettings";
            };

            return InventorySettings;
        })();

        v1.StoredResults = (function() {

            var StoredResults = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StoredResults.prototype.runId = "";
            StoredResults.prototype.sequence = 0;

            StoredResults.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(16).uint32(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StoredResults.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.StoredResults();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StoredResults.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.StoredResults";
            };

            return StoredResults;
        })();

        v1.FindingThresholds = (function() {

            var FindingThresholds = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FindingThresholds.prototype.staleAfter = null;
            FindingThresholds.prototype.partnershipsNearLimit = 0;

            FindingThresholds.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.staleAfter != null && $Object.hasOwnProperty.call(message, "staleAfter"))
                    $root.google.protobuf.Duration.encode(message.staleAfter, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.partnershipsNearLimit != null && $Object.hasOwnProperty.call(message, "partnershipsNearLimit") && message.partnershipsNearLimit !== 0)
                    writer.uint32(16).uint32(message.partnershipsNearLimit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            FindingThresholds.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.FindingThresholds();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.staleAfter = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.staleAfter);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partnershipsNearLimit = value;
                            else
                                delete message.partnershipsNearLimit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            FindingThresholds.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.FindingThresholds";
            };

            return FindingThresholds;
        })();

        v1.SafetyLimits = (function() {

            var SafetyLimits = function (properties) {
                this.protectedMailboxes = [];
                this.protectedGroups = [];
                this.maintenanceWindows = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SafetyLimits.prototype.reportOnly = false;
            SafetyLimits.prototype.maxDestructivePerRun = null;
            SafetyLimits.prototype.maxDestructivePerDay = null;
            SafetyLimits.prototype.protectedMailboxes = $util.emptyArray;
            SafetyLimits.prototype.protectedGroups = $util.emptyArray;
            SafetyLimits.prototype.maintenanceWindows = $util.emptyArray;
            SafetyLimits.prototype.retryFor = null;
            SafetyLimits.prototype.blockWaitsForWipe = null;
            SafetyLimits.prototype.unacknowledgedWipeAfter = null;
            SafetyLimits.prototype.silentAfter = null;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SafetyLimits.prototype, "_maxDestructivePerRun", {
                get: $util.oneOfGetter($oneOfFields = ["maxDestructivePerRun"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SafetyLimits.prototype, "_maxDestructivePerDay", {
                get: $util.oneOfGetter($oneOfFields = ["maxDestructivePerDay"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SafetyLimits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reportOnly != null && $Object.hasOwnProperty.call(message, "reportOnly") && message.reportOnly !== false)
                    writer.uint32(8).bool(message.reportOnly);
                if (message.maxDestructivePerRun != null && $Object.hasOwnProperty.call(message, "maxDestructivePerRun"))
                    writer.uint32(16).uint32(message.maxDestructivePerRun);
                if (message.maxDestructivePerDay != null && $Object.hasOwnProperty.call(message, "maxDestructivePerDay"))
                    writer.uint32(24).uint32(message.maxDestructivePerDay);
                if (message.protectedMailboxes != null && message.protectedMailboxes.length)
                    for (var i = 0; i < message.protectedMailboxes.length; ++i)
                        writer.uint32(34).string(message.protectedMailboxes[i]);
                if (message.protectedGroups != null && message.protectedGroups.length)
                    for (var i = 0; i < message.protectedGroups.length; ++i)
                        writer.uint32(42).string(message.protectedGroups[i]);
                if (message.maintenanceWindows != null && message.maintenanceWindows.length)
                    for (var i = 0; i < message.maintenanceWindows.length; ++i)
                        $root.easconnector.v1.MaintenanceWindow.encode(message.maintenanceWindows[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.retryFor != null && $Object.hasOwnProperty.call(message, "retryFor"))
                    $root.google.protobuf.Duration.encode(message.retryFor, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.blockWaitsForWipe != null && $Object.hasOwnProperty.call(message, "blockWaitsForWipe"))
                    $root.google.protobuf.Duration.encode(message.blockWaitsForWipe, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.unacknowledgedWipeAfter != null && $Object.hasOwnProperty.call(message, "unacknowledgedWipeAfter"))
                    $root.google.protobuf.Duration.encode(message.unacknowledgedWipeAfter, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.silentAfter != null && $Object.hasOwnProperty.call(message, "silentAfter"))
                    $root.google.protobuf.Duration.encode(message.silentAfter, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SafetyLimits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.SafetyLimits();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reportOnly = value;
                            else
                                delete message.reportOnly;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.maxDestructivePerRun = reader.uint32();
                            message._maxDestructivePerRun = "maxDestructivePerRun";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.maxDestructivePerDay = reader.uint32();
                            message._maxDestructivePerDay = "maxDestructivePerDay";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.protectedMailboxes && message.protectedMailboxes.length))
                                message.protectedMailboxes = [];
                            message.protectedMailboxes.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.protectedGroups && message.protectedGroups.length))
                                message.protectedGroups = [];
                            message.protectedGroups.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.maintenanceWindows && message.maintenanceWindows.length))
                                message.maintenanceWindows = [];
                            message.maintenanceWindows.push($root.easconnector.v1.MaintenanceWindow.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.retryFor = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.retryFor);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.blockWaitsForWipe = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.blockWaitsForWipe);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.unacknowledgedWipeAfter = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.unacknowledgedWipeAfter);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.silentAfter = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.silentAfter);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SafetyLimits.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.SafetyLimits";
            };

            return SafetyLimits;
        })();

        v1.MaintenanceWindow = (function() {

            var MaintenanceWindow = function (properties) {
                this.days = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MaintenanceWindow.prototype.days = $util.emptyArray;
            MaintenanceWindow.prototype.begins = "";
            MaintenanceWindow.prototype.lasts = null;

            MaintenanceWindow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.days != null && message.days.length)
                    writer.uint32(10).int32s(message.days);
                if (message.begins != null && $Object.hasOwnProperty.call(message, "begins") && message.begins !== "")
                    writer.uint32(18).string(message.begins);
                if (message.lasts != null && $Object.hasOwnProperty.call(message, "lasts"))
                    $root.google.protobuf.Duration.encode(message.lasts, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MaintenanceWindow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.MaintenanceWindow();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.days && message.days.length))
                                    message.days = [];
                                reader.int32s(message.days);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.days && message.days.length))
                                message.days = [];
                            message.days.push(reader.int32());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.begins = value;
                            else
                                delete message.begins;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.lasts = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.lasts);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            MaintenanceWindow.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.MaintenanceWindow";
            };

            return MaintenanceWindow;
        })();

        v1.Weekday = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WEEKDAY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "WEEKDAY_MONDAY"] = 1;
            values[valuesById[2] = "WEEKDAY_TUESDAY"] = 2;
            values[valuesById[3] = "WEEKDAY_WEDNESDAY"] = 3;
            values[valuesById[4] = "WEEKDAY_THURSDAY"] = 4;
            values[valuesById[5] = "WEEKDAY_FRIDAY"] = 5;
            values[valuesById[6] = "WEEKDAY_SATURDAY"] = 6;
            values[valuesById[7] = "WEEKDAY_SUNDAY"] = 7;
            return values;
        })();

        v1.Hygiene = (function() {

            var Hygiene = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Hygiene.prototype.reportDeadIds = false;
            Hygiene.prototype.removeDeadAllowedIds = false;
            Hygiene.prototype.staleAfter = null;
            Hygiene.prototype.removeStalePartnerships = false;
            Hygiene.prototype.maxRemovalsPerMonth = null;
            Hygiene.prototype.proposeSuccessors = false;

            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hygiene.prototype, "_maxRemovalsPerMonth", {
                get: $util.oneOfGetter($oneOfFields = ["maxRemovalsPerMonth"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Hygiene.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reportDeadIds != null && $Object.hasOwnProperty.call(message, "reportDeadIds") && message.reportDeadIds !== false)
                    writer.uint32(8).bool(message.reportDeadIds);
                if (message.removeDeadAllowedIds != null && $Object.hasOwnProperty.call(message, "removeDeadAllowedIds") && message.removeDeadAllowedIds !== false)
                    writer.uint32(16).bool(message.removeDeadAllowedIds);
                if (message.staleAfter != null && $Object.hasOwnProperty.call(message, "staleAfter"))
                    $root.google.protobuf.Duration.encode(message.staleAfter, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.removeStalePartnerships != null && $Object.hasOwnProperty.call(message, "removeStalePartnerships") && message.removeStalePartnerships !== false)
                    writer.uint32(32).bool(message.removeStalePartnerships);
                if (message.maxRemovalsPerMonth != null && $Object.hasOwnProperty.call(message, "maxRemovalsPerMonth"))
                    writer.uint32(40).uint32(message.maxRemovalsPerMonth);
                if (message.proposeSuccessors != null && $Object.hasOwnProperty.call(message, "proposeSuccessors") && message.proposeSuccessors !== false)
                    writer.uint32(48).bool(message.proposeSuccessors);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Hygiene.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Hygiene();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reportDeadIds = value;
                            else
                                delete message.reportDeadIds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.removeDeadAllowedIds = value;
                            else
                                delete message.removeDeadAllowedIds;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.staleAfter = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.staleAfter);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.removeStalePartnerships = value;
                            else
                                delete message.removeStalePartnerships;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.maxRemovalsPerMonth = reader.uint32();
                            message._maxRemovalsPerMonth = "maxRemovalsPerMonth";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.proposeSuccessors = value;
                            else
                                delete message.proposeSuccessors;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Hygiene.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Hygiene";
            };

            return Hygiene;
        })();

        v1.ManageResult = (function() {

            var ManageResult = function (properties) {
                this.deviceAccessRules = [];
                this.deviceClasses = [];
                this.policies = [];
                this.mailboxes = [];
                this.partnerships = [];
                this.changes = [];
                this.gonePartnershipGuids = [];
                this.goneMailboxGuids = [];
                this.findings = [];
                this.heldPartnershipGuids = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManageResult.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ManageResult.prototype.start = null;
            ManageResult.prototype.organizationSettings = null;
            ManageResult.prototype.deviceAccessRules = $util.emptyArray;
            ManageResult.prototype.deviceClasses = $util.emptyArray;
            ManageResult.prototype.policies = $util.emptyArray;
            ManageResult.prototype.mailboxes = $util.emptyArray;
            ManageResult.prototype.partnerships = $util.emptyArray;
            ManageResult.prototype.changes = $util.emptyArray;
            ManageResult.prototype.gonePartnershipGuids = $util.emptyArray;
            ManageResult.prototype.syncTimes = null;
            ManageResult.prototype.goneMailboxGuids = $util.emptyArray;
            ManageResult.prototype.findings = $util.emptyArray;
            ManageResult.prototype.summary = null;
            ManageResult.prototype.heldPartnershipGuids = $util.emptyArray;

            ManageResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(8).uint64(message.sequence);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    $root.easconnector.v1.InventoryStart.encode(message.start, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.organizationSettings != null && $Object.hasOwnProperty.call(message, "organizationSettings"))
                    $root.easconnector.v1.OrganizationSettings.encode(message.organizationSettings, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.deviceAccessRules != null && message.deviceAccessRules.length)
                    for (var i = 0; i < message.deviceAccessRules.length; ++i)
                        $root.easconnector.v1.DeviceAccessRule.encode(message.deviceAccessRules[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.deviceClasses != null && message.deviceClasses.length)
                    for (var i = 0; i < message.deviceClasses.length; ++i)
                        $root.easconnector.v1.DeviceClass.encode(message.deviceClasses[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.policies != null && message.policies.length)
                    for (var i = 0; i < message.policies.length; ++i)
                        $root.easconnector.v1.MobileDeviceMailboxPolicy.encode(message.policies[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.mailboxes != null && message.mailboxes.length)
                    for (var i = 0; i < message.mailboxes.length; ++i)
                        $root.easconnector.v1.Mailbox.encode(message.mailboxes[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.partnerships != null && message.partnerships.length)
                    for (var i = 0; i < message.partnerships.length; ++i)
                        $root.easconnector.v1.Partnership.encode(message.partnerships[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.changes != null && message.changes.length)
                    for (var i = 0; i < message.changes.length; ++i)
                        $root.easconnector.v1.PartnershipChange.encode(message.changes[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.gonePartnershipGuids != null && message.gonePartnershipGuids.length)
                    for (var i = 0; i < message.gonePartnershipGuids.length; ++i)
                        writer.uint32(82).string(message.gonePartnershipGuids[i]);
                if (message.syncTimes != null && $Object.hasOwnProperty.call(message, "syncTimes"))
                    $root.easconnector.v1.SyncTimes.encode(message.syncTimes, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.goneMailboxGuids != null && message.goneMailboxGuids.length)
                    for (var i = 0; i < message.goneMailboxGuids.length; ++i)
                        writer.uint32(98).string(message.goneMailboxGuids[i]);
                if (message.findings != null && message.findings.length)
                    for (var i = 0; i < message.findings.length; ++i)
                        $root.easconnector.v1.Finding.encode(message.findings[i], writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.summary != null && $Object.hasOwnProperty.call(message, "summary"))
                    $root.easconnector.v1.ManageSummary.encode(message.summary, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.heldPartnershipGuids != null && message.heldPartnershipGuids.length)
                    for (var i = 0; i < message.heldPartnershipGuids.length; ++i)
                        writer.uint32(122).string(message.heldPartnershipGuids[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManageResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ManageResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.start = $root.easconnector.v1.InventoryStart.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.organizationSettings = $root.easconnector.v1.OrganizationSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.organizationSettings);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.deviceAccessRules && message.deviceAccessRules.length))
                                message.deviceAccessRules = [];
                            message.deviceAccessRules.push($root.easconnector.v1.DeviceAccessRule.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.deviceClasses && message.deviceClasses.length))
                                message.deviceClasses = [];
                            message.deviceClasses.push($root.easconnector.v1.DeviceClass.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.policies && message.policies.length))
                                message.policies = [];
                            message.policies.push($root.easconnector.v1.MobileDeviceMailboxPolicy.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.mailboxes && message.mailboxes.length))
                                message.mailboxes = [];
                            message.mailboxes.push($root.easconnector.v1.Mailbox.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.partnerships && message.partnerships.length))
                                message.partnerships = [];
                            message.partnerships.push($root.easconnector.v1.Partnership.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.changes && message.changes.length))
                                message.changes = [];
                            message.changes.push($root.easconnector.v1.PartnershipChange.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.gonePartnershipGuids && message.gonePartnershipGuids.length))
                                message.gonePartnershipGuids = [];
                            message.gonePartnershipGuids.push(reader.stringVerify());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.syncTimes = $root.easconnector.v1.SyncTimes.decode(reader, reader.size(), $undefined, _depth + 1, message.syncTimes);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.goneMailboxGuids && message.goneMailboxGuids.length))
                                message.goneMailboxGuids = [];
                            message.goneMailboxGuids.push(reader.stringVerify());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.findings && message.findings.length))
                                message.findings = [];
                            message.findings.push($root.easconnector.v1.Finding.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.summary = $root.easconnector.v1.ManageSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.summary);
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.heldPartnershipGuids && message.heldPartnershipGuids.length))
                                message.heldPartnershipGuids = [];
                            message.heldPartnershipGuids.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManageResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ManageResult";
            };

            return ManageResult;
        })();

        v1.InventoryStart = (function() {

            var InventoryStart = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InventoryStart.prototype.runId = "";
            InventoryStart.prototype.connectionId = "";
            InventoryStart.prototype.exchangeVersion = 0;
            InventoryStart.prototype.exchangeBuild = "";
            InventoryStart.prototype.transport = "";
            InventoryStart.prototype.isFull = false;
            InventoryStart.prototype.baseStateId = "";
            InventoryStart.prototype.startedAt = null;
            InventoryStart.prototype.isResumed = false;
            InventoryStart.prototype.resumesRunId = "";

            InventoryStart.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.connectionId != null && $Object.hasOwnProperty.call(message, "connectionId") && message.connectionId !== "")
                    writer.uint32(18).string(message.connectionId);
                if (message.exchangeVersion != null && $Object.hasOwnProperty.call(message, "exchangeVersion") && message.exchangeVersion !== 0)
                    writer.uint32(24).int32(message.exchangeVersion);
                if (message.exchangeBuild != null && $Object.hasOwnProperty.call(message, "exchangeBuild") && message.exchangeBuild !== "")
                    writer.uint32(34).string(message.exchangeBuild);
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== "")
                    writer.uint32(42).string(message.transport);
                if (message.isFull != null && $Object.hasOwnProperty.call(message, "isFull") && message.isFull !== false)
                    writer.uint32(48).bool(message.isFull);
                if (message.baseStateId != null && $Object.hasOwnProperty.call(message, "baseStateId") && message.baseStateId !== "")
                    writer.uint32(58).string(message.baseStateId);
                if (message.startedAt != null && $Object.hasOwnProperty.call(message, "startedAt"))
                    $root.google.protobuf.Timestamp.encode(message.startedAt, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.isResumed != null && $Object.hasOwnProperty.call(message, "isResumed") && message.isResumed !== false)
                    writer.uint32(72).bool(message.isResumed);
                if (message.resumesRunId != null && $Object.hasOwnProperty.call(message, "resumesRunId") && message.resumesRunId !== "")
                    writer.uint32(82).string(message.resumesRunId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InventoryStart.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.InventoryStart();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.connectionId = value;
                            else
                                delete message.connectionId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.exchangeVersion = value;
                            else
                                delete message.exchangeVersion;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.exchangeBuild = value;
                            else
                                delete message.exchangeBuild;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isFull = value;
                            else
                                delete message.isFull;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.baseStateId = value;
                            else
                                delete message.baseStateId;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.startedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.startedAt);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isResumed = value;
                            else
                                delete message.isResumed;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.resumesRunId = value;
                            else
                                delete message.resumesRunId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InventoryStart.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.InventoryStart";
            };

            return InventoryStart;
        })();

        v1.ManageSummary = (function() {

            var ManageSummary = function (properties) {
                this.problems = [];
                this.byAccessState = [];
                this.byClient = [];
                this.byOs = [];
                this.byEasVersion = [];
                this.commands = [];
                this.scopeApplied = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManageSummary.prototype.outcome = 0;
            ManageSummary.prototype.problems = $util.emptyArray;
            ManageSummary.prototype.isComplete = false;
            ManageSummary.prototype.stateId = "";
            ManageSummary.prototype.partnerships = 0;
            ManageSummary.prototype.mailboxes = 0;
            ManageSummary.prototype.statisticsRead = 0;
            ManageSummary.prototype.byAccessState = $util.emptyArray;
            ManageSummary.prototype.byClient = $util.emptyArray;
            ManageSummary.prototype.byOs = $util.emptyArray;
            ManageSummary.prototype.byEasVersion = $util.emptyArray;
            ManageSummary.prototype.startedAt = null;
            ManageSummary.prototype.endedAt = null;
            ManageSummary.prototype.commands = $util.emptyArray;
            ManageSummary.prototype.scopeApplied = $util.emptyArray;
            ManageSummary.prototype.statisticsSpared = 0;
            ManageSummary.prototype.statisticsLeft = 0;
            ManageSummary.prototype.changes = null;

            ManageSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(8).int32(message.outcome);
                if (message.problems != null && message.problems.length)
                    for (var i = 0; i < message.problems.length; ++i)
                        $root.easconnector.v1.Problem.encode(message.problems[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.isComplete != null && $Object.hasOwnProperty.call(message, "isComplete") && message.isComplete !== false)
                    writer.uint32(24).bool(message.isComplete);
                if (message.stateId != null && $Object.hasOwnProperty.call(message, "stateId") && message.stateId !== "")
                    writer.uint32(34).string(message.stateId);
                if (message.partnerships != null && $Object.hasOwnProperty.call(message, "partnerships") && message.partnerships !== 0)
                    writer.uint32(40).uint32(message.partnerships);
                if (message.mailboxes != null && $Object.hasOwnProperty.call(message, "mailboxes") && message.mailboxes !== 0)
                    writer.uint32(48).uint32(message.mailboxes);
                if (message.statisticsRead != null && $Object.hasOwnProperty.call(message, "statisticsRead") && message.statisticsRead !== 0)
                    writer.uint32(56).uint32(message.statisticsRead);
                if (message.byAccessState != null && message.byAccessState.length)
                    for (var i = 0; i < message.byAccessState.length; ++i)
                        $root.easconnector.v1.Count.encode(message.byAccessState[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.byClient != null && message.byClient.length)
                    for (var i = 0; i < message.byClient.length; ++i)
                        $root.easconnector.v1.Count.encode(message.byClient[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.byOs != null && message.byOs.length)
                    for (var i = 0; i < message.byOs.length; ++i)
                        $root.easconnector.v1.Count.encode(message.byOs[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.byEasVersion != null && message.byEasVersion.length)
                    for (var i = 0; i < message.byEasVersion.length; ++i)
                        $root.easconnector.v1.Count.encode(message.byEasVersion[i], writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.startedAt != null && $Object.hasOwnProperty.call(message, "startedAt"))
                    $root.google.protobuf.Timestamp.encode(message.startedAt, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.endedAt != null && $Object.hasOwnProperty.call(message, "endedAt"))
                    $root.google.protobuf.Timestamp.encode(message.endedAt, writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.commands != null && message.commands.length)
                    for (var i = 0; i < message.commands.length; ++i)
                        $root.easconnector.v1.CommandCount.encode(message.commands[i], writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.scopeApplied != null && message.scopeApplied.length)
                    for (var i = 0; i < message.scopeApplied.length; ++i)
                        writer.uint32(122).string(message.scopeApplied[i]);
                if (message.statisticsSpared != null && $Object.hasOwnProperty.call(message, "statisticsSpared") && message.statisticsSpared !== 0)
                    writer.uint32(128).uint32(message.statisticsSpared);
                if (message.statisticsLeft != null && $Object.hasOwnProperty.call(message, "statisticsLeft") && message.statisticsLeft !== 0)
                    writer.uint32(136).uint32(message.statisticsLeft);
                if (message.changes != null && $Object.hasOwnProperty.call(message, "changes"))
                    $root.easconnector.v1.InventoryChanges.encode(message.changes, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManageSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.ManageSummary();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.easconnector.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isComplete = value;
                            else
                                delete message.isComplete;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stateId = value;
                            else
                                delete message.stateId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partnerships = value;
                            else
                                delete message.partnerships;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.mailboxes = value;
                            else
                                delete message.mailboxes;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.statisticsRead = value;
                            else
                                delete message.statisticsRead;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.byAccessState && message.byAccessState.length))
                                message.byAccessState = [];
                            message.byAccessState.push($root.easconnector.v1.Count.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.byClient && message.byClient.length))
                                message.byClient = [];
                            message.byClient.push($root.easconnector.v1.Count.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.byOs && message.byOs.length))
                                message.byOs = [];
                            message.byOs.push($root.easconnector.v1.Count.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.byEasVersion && message.byEasVersion.length))
                                message.byEasVersion = [];
                            message.byEasVersion.push($root.easconnector.v1.Count.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.startedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.startedAt);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.endedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.endedAt);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commands && message.commands.length))
                                message.commands = [];
                            message.commands.push($root.easconnector.v1.CommandCount.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.scopeApplied && message.scopeApplied.length))
                                message.scopeApplied = [];
                            message.scopeApplied.push(reader.stringVerify());
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.statisticsSpared = value;
                            else
                                delete message.statisticsSpared;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.statisticsLeft = value;
                            else
                                delete message.statisticsLeft;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.changes = $root.easconnector.v1.InventoryChanges.decode(reader, reader.size(), $undefined, _depth + 1, message.changes);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManageSummary.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.ManageSummary";
            };

            return ManageSummary;
        })();

        v1.InventoryChanges = (function() {

            var InventoryChanges = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InventoryChanges.prototype.added = 0;
            InventoryChanges.prototype.changed = 0;
            InventoryChanges.prototype.synced = 0;
            InventoryChanges.prototype.gone = 0;
            InventoryChanges.prototype.held = 0;

            InventoryChanges.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.added != null && $Object.hasOwnProperty.call(message, "added") && message.added !== 0)
                    writer.uint32(8).uint32(message.added);
                if (message.changed != null && $Object.hasOwnProperty.call(message, "changed") && message.changed !== 0)
                    writer.uint32(16).uint32(message.changed);
                if (message.synced != null && $Object.hasOwnProperty.call(message, "synced") && message.synced !== 0)
                    writer.uint32(24).uint32(message.synced);
                if (message.gone != null && $Object.hasOwnProperty.call(message, "gone") && message.gone !== 0)
                    writer.uint32(32).uint32(message.gone);
                if (message.held != null && $Object.hasOwnProperty.call(message, "held") && message.held !== 0)
                    writer.uint32(40).uint32(message.held);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InventoryChanges.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.InventoryChanges();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.added = value;
                            else
                                delete message.added;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.changed = value;
                            else
                                delete message.changed;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.synced = value;
                            else
                                delete message.synced;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.gone = value;
                            else
                                delete message.gone;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.held = value;
                            else
                                delete message.held;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InventoryChanges.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.InventoryChanges";
            };

            return InventoryChanges;
        })();

        v1.SecurityResult = (function() {

            var SecurityResult = function (properties) {
                this.outcomes = [];
                this.deviceStatuses = [];
                this.drift = [];
                this.findings = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SecurityResult.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SecurityResult.prototype.outcomes = $util.emptyArray;
            SecurityResult.prototype.deviceStatuses = $util.emptyArray;
            SecurityResult.prototype.accessImpact = null;
            SecurityResult.prototype.drift = $util.emptyArray;
            SecurityResult.prototype.findings = $util.emptyArray;
            SecurityResult.prototype.summary = null;
            SecurityResult.prototype.desiredAccess = null;

            SecurityResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(8).uint64(message.sequence);
                if (message.outcomes != null && message.outcomes.length)
                    for (var i = 0; i < message.outcomes.length; ++i)
                        $root.easconnector.v1.ActionOutcome.encode(message.outcomes[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.deviceStatuses != null && message.deviceStatuses.length)
                    for (var i = 0; i < message.deviceStatuses.length; ++i)
                        $root.easconnector.v1.DeviceStatus.encode(message.deviceStatuses[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.accessImpact != null && $Object.hasOwnProperty.call(message, "accessImpact"))
                    $root.easconnector.v1.AccessImpact.encode(message.accessImpact, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.drift != null && message.drift.length)
                    for (var i = 0; i < message.drift.length; ++i)
                        $root.easconnector.v1.PropertyDrift.encode(message.drift[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.findings != null && message.findings.length)
                    for (var i = 0; i < message.findings.length; ++i)
                        $root.easconnector.v1.Finding.encode(message.findings[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.summary != null && $Object.hasOwnProperty.call(message, "summary"))
                    $root.easconnector.v1.SecuritySummary.encode(message.summary, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.desiredAccess != null && $Object.hasOwnProperty.call(message, "desiredAccess"))
                    $root.easconnector.v1.ActionOutcome.encode(message.desiredAccess, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SecurityResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.SecurityResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.outcomes && message.outcomes.length))
                                message.outcomes = [];
                            message.outcomes.push($root.easconnector.v1.ActionOutcome.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.deviceStatuses && message.deviceStatuses.length))
                                message.deviceStatuses = [];
                            message.deviceStatuses.push($root.easconnector.v1.DeviceStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.accessImpact = $root.easconnector.v1.AccessImpact.decode(reader, reader.size(), $undefined, _depth + 1, message.accessImpact);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.drift && message.drift.length))
                                message.drift = [];
                            message.drift.push($root.easconnector.v1.PropertyDrift.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.findings && message.findings.length))
                                message.findings = [];
                            message.findings.push($root.easconnector.v1.Finding.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.summary = $root.easconnector.v1.SecuritySummary.decode(reader, reader.size(), $undefined, _depth + 1, message.summary);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.desiredAccess = $root.easconnector.v1.ActionOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.desiredAccess);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SecurityResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.SecurityResult";
            };

            return SecurityResult;
        })();

        v1.DeviceStatus = (function() {

            var DeviceStatus = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceStatus.prototype.partnership = null;
            DeviceStatus.prototype.wipe = null;

            DeviceStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partnership != null && $Object.hasOwnProperty.call(message, "partnership"))
                    $root.easconnector.v1.Partnership.encode(message.partnership, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.wipe != null && $Object.hasOwnProperty.call(message, "wipe"))
                    $root.easconnector.v1.WipeStatus.encode(message.wipe, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.DeviceStatus();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.partnership = $root.easconnector.v1.Partnership.decode(reader, reader.size(), $undefined, _depth + 1, message.partnership);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.wipe = $root.easconnector.v1.WipeStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.wipe);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.DeviceStatus";
            };

            return DeviceStatus;
        })();

        v1.SecuritySummary = (function() {

            var SecuritySummary = function (properties) {
                this.problems = [];
                this.byState = [];
                this.commands = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SecuritySummary.prototype.outcome = 0;
            SecuritySummary.prototype.problems = $util.emptyArray;
            SecuritySummary.prototype.byState = $util.emptyArray;
            SecuritySummary.prototype.changes = 0;
            SecuritySummary.prototype.startedAt = null;
            SecuritySummary.prototype.endedAt = null;
            SecuritySummary.prototype.commands = $util.emptyArray;
            SecuritySummary.prototype.runId = "";
            SecuritySummary.prototype.connectionId = "";
            SecuritySummary.prototype.exchangeVersion = 0;
            SecuritySummary.prototype.transport = "";

            SecuritySummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(8).int32(message.outcome);
                if (message.problems != null && message.problems.length)
                    for (var i = 0; i < message.problems.length; ++i)
                        $root.easconnector.v1.Problem.encode(message.problems[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.byState != null && message.byState.length)
                    for (var i = 0; i < message.byState.length; ++i)
                        $root.easconnector.v1.Count.encode(message.byState[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.changes != null && $Object.hasOwnProperty.call(message, "changes") && message.changes !== 0)
                    writer.uint32(32).uint32(message.changes);
                if (message.startedAt != null && $Object.hasOwnProperty.call(message, "startedAt"))
                    $root.google.protobuf.Timestamp.encode(message.startedAt, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.endedAt != null && $Object.hasOwnProperty.call(message, "endedAt"))
                    $root.google.protobuf.Timestamp.encode(message.endedAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.commands != null && message.commands.length)
                    for (var i = 0; i < message.commands.length; ++i)
                        $root.easconnector.v1.CommandCount.encode(message.commands[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(66).string(message.runId);
                if (message.connectionId != null && $Object.hasOwnProperty.call(message, "connectionId") && message.connectionId !== "")
                    writer.uint32(74).string(message.connectionId);
                if (message.exchangeVersion != null && $Object.hasOwnProperty.call(message, "exchangeVersion") && message.exchangeVersion !== 0)
                    writer.uint32(80).int32(message.exchangeVersion);
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== "")
                    writer.uint32(90).string(message.transport);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SecuritySummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.SecuritySummary();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.easconnector.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.byState && message.byState.length))
                                message.byState = [];
                            message.byState.push($root.easconnector.v1.Count.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.changes = value;
                            else
                                delete message.changes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.startedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.startedAt);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.endedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.endedAt);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commands && message.commands.length))
                                message.commands = [];
                            message.commands.push($root.easconnector.v1.CommandCount.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.connectionId = value;
                            else
                                delete message.connectionId;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.exchangeVersion = value;
                            else
                                delete message.exchangeVersion;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SecuritySummary.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.SecuritySummary";
            };

            return SecuritySummary;
        })();

        v1.Count = (function() {

            var Count = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Count.prototype.name = "";
            Count.prototype.count = 0;

            Count.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(16).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Count.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.Count();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Count.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.Count";
            };

            return Count;
        })();

        v1.CommandCount = (function() {

            var CommandCount = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CommandCount.prototype.cmdlet = "";
            CommandCount.prototype.calls = 0;
            CommandCount.prototype.failures = 0;
            CommandCount.prototype.throttled = 0;
            CommandCount.prototype.waited = null;
            CommandCount.prototype.p50 = null;
            CommandCount.prototype.p95 = null;
            CommandCount.prototype.max = null;

            CommandCount.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cmdlet != null && $Object.hasOwnProperty.call(message, "cmdlet") && message.cmdlet !== "")
                    writer.uint32(10).string(message.cmdlet);
                if (message.calls != null && $Object.hasOwnProperty.call(message, "calls") && message.calls !== 0)
                    writer.uint32(16).uint32(message.calls);
                if (message.failures != null && $Object.hasOwnProperty.call(message, "failures") && message.failures !== 0)
                    writer.uint32(24).uint32(message.failures);
                if (message.throttled != null && $Object.hasOwnProperty.call(message, "throttled") && message.throttled !== 0)
                    writer.uint32(32).uint32(message.throttled);
                if (message.waited != null && $Object.hasOwnProperty.call(message, "waited"))
                    $root.google.protobuf.Duration.encode(message.waited, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.p50 != null && $Object.hasOwnProperty.call(message, "p50"))
                    $root.google.protobuf.Duration.encode(message.p50, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.p95 != null && $Object.hasOwnProperty.call(message, "p95"))
                    $root.google.protobuf.Duration.encode(message.p95, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                    $root.google.protobuf.Duration.encode(message.max, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CommandCount.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.easconnector.v1.CommandCount();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cmdlet = value;
                            else
                                delete message.cmdlet;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.calls = value;
                            else
                                delete message.calls;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.failures = value;
                            else
                                delete message.failures;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.throttled = value;
                            else
                                delete message.throttled;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.waited = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.waited);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.p50 = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.p50);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.p95 = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.p95);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.max = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.max);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CommandCount.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/easconnector.v1.CommandCount";
            };

            return CommandCount;
        })();

        return v1;
    })();

    return easconnector;
})();

$root.google = (function() {

    var google = {};

    google.protobuf = (function() {

        var protobuf = {};

        protobuf.Timestamp = (function() {

            var Timestamp = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Timestamp.prototype.nanos = 0;

            Timestamp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Timestamp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Timestamp();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Timestamp.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/google.protobuf.Timestamp";
            };

            return Timestamp;
        })();

        protobuf.Duration = (function() {

            var Duration = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Duration.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Duration.prototype.nanos = 0;

            Duration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Duration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Duration();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Duration.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/google.protobuf.Duration";
            };

            return Duration;
        })();

        return protobuf;
    })();

    return google;
})();

module.exports = $root;
