package tsukasa.identity.signin;

import tsukasa.identity.ReturnPath;
import tsukasa.mail.EmailAddress;

/// What a link that is good proves: its holder reads this address, and wanted to go on here.
record Claim(EmailAddress email, ReturnPath goOn) {}
