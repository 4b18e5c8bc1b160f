package tsukasa.naming;

import tsukasa.kernel.Text;

/// What became of reading a name of CPE 1.1.
public sealed interface OldCpeReading {
    record Read(OldCpeName name) implements OldCpeReading {}

    /// Not such a name: the reason, and the place of the first wrong character.
    record Refused(Text why, int at) implements OldCpeReading {}
}
