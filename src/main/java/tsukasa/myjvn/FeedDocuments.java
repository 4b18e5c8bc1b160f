package tsukasa.myjvn;

import java.io.OutputStream;
import java.util.List;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.EntryLists.Numbered;

/// Writes whole documents, however long: nothing of them is kept in memory but the numbers of the entries.
public interface FeedDocuments {
    /// How entries are told.
    enum Shape {
        /// RSS as the yearly files have always had it: the older name of `sec`, dates without seconds.
        FORMER,
        /// RSS as the API has it now.
        OVERVIEW,
        /// Everything, as VULDEF.
        DETAIL
    }

    /// A document to be written.
    ///
    /// @param address where it will be found
    /// @param title   what it holds
    /// @param out     stays open
    record Sheet(Shape shape, Language language, String address, Text title, OutputStream out) {}

    /// The same entries into several documents at once, because reading them takes longest.
    void entries(List<Numbered> numbers, List<Sheet> sheets);

    /// All vendors with CPE names.
    void vendors(Language language, OutputStream out);

    /// All products with CPE names.
    void products(Language language, OutputStream out);
}
