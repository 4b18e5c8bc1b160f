package tsukasa.plan;

import java.util.List;
import java.util.Optional;

/// Turns the plain text of an annual plan into a document, its indicators and its money tables, and back into text.
public interface PlanReader {
    /// @param profile the numbering style to read by, one of [#profiles()]; empty: the one that fits best
    ReadingResult read(byte[] bytes, Optional<String> profile);

    /// The lines of the text as doubts count them, the first at index 0; none where the bytes are no text.
    List<String> lines(byte[] bytes);

    /// Names of the known numbering styles.
    List<String> profiles();

    /// The document as text: reading it again gives the same tree, and no word is changed.
    String print(PlanDocument document);

    /// What became of each item between two versions, in the order of the later one; removed items last.
    List<PlanChange> changes(PlanDocument earlier, PlanDocument later);
}
