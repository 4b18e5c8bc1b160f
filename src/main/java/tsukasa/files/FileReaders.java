package tsukasa.files;

import java.util.Optional;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;

/// Says who may read the files of one kind of holder. A bean of the module that owns the kind; without one, nobody may.
public interface FileReaders {
    /// The word in [FileHolder#kind()].
    String kind();

    /// 月次報告: what people call such a thing.
    Text title();

    /// @param visitor empty for somebody who has not signed in
    boolean mayRead(Optional<Visitor> visitor, String id);

    /// Where the thing itself is seen, if it has a page.
    default Optional<String> address(String id) {
        return Optional.empty();
    }
}
