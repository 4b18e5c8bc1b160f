package tsukasa.naming;

import tsukasa.kernel.Text;

/// What became of reading a CPE name.
public sealed interface CpeReading {
    record Read(CpeName name, CpeBinding binding) implements CpeReading {}

    /// Not a CPE name: the reason, and the place of the first wrong character.
    record Refused(Text why, int at) implements CpeReading {}
}
