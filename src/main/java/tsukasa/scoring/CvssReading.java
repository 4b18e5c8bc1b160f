package tsukasa.scoring;

import tsukasa.kernel.Text;

/// How reading a vector ended.
public sealed interface CvssReading {

    record Read(CvssVector vector, CvssScores scores) implements CvssReading {}

    /// @param why      what is wrong and how it should be, in one or two sentences
    /// @param position where, counted from 1; 0 where the vector as a whole is wrong
    /// @param piece    the part that is wrong, short and printable; empty where the vector as a whole is wrong
    record Refused(Text why, int position, String piece) implements CvssReading {}
}
