package tsukasa.files.keeping;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.files.FileHolder;
import tsukasa.files.FileReaders;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.Visitor;

/// Asks the module that owns the holder; what nobody owns, nobody reads.
@Component
class Readers {
    private final ObjectProvider<FileReaders> all;
    private final AccessSettings access;

    Readers(ObjectProvider<FileReaders> all, AccessSettings access) {
        this.all = all;
        this.access = access;
    }

    /// Staff read by what their roles let them, which takes the second proof here as it does on their pages.
    boolean mustProveAgain(Visitor visitor) {
        return access.secondFactorRequired()
                && visitor.entrusted()
                && visitor.proof().level() < 2;
    }

    boolean mayRead(FileHolder holder, Optional<Visitor> visitor) {
        return all.stream()
                .filter(one -> one.kind().equals(holder.kind()))
                .findFirst()
                .map(one -> one.mayRead(visitor, holder.id()))
                .orElse(false);
    }
}
