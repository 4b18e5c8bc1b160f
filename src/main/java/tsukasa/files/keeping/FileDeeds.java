package tsukasa.files.keeping;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.identity.Visitor;

/// What is written down about files.
@Configuration(proxyBeanMethods = false)
class FileDeeds {
    static final String READ = "file.read";
    private static final Action KEPT = Action.of("file.kept", "ファイルを保管した", "Kept a file");
    private static final Action TAKEN_OVER = Action.of("file.taken-over", "前の保管場所から引き継いだ", "Took over a file");
    private static final Action READING = Action.of(READ, "ファイルを開いた", "Opened a file");
    private static final Action REMOVED = Action.of("file.removed", "ファイルを取り除いた", "Removed a file");
    private static final Action ENDED = Action.of("file.ended", "保存期間の満了で廃棄した", "Disposed of a file at its end");
    private static final Action RELEASED = Action.of("file.released", "ファイルの隔離を解いた", "Released a file from quarantine");
    private static final Action HELD = Action.of("file.held", "ファイルの廃棄を止めた", "Put a hold on a file");
    private static final Action LIFTED = Action.of("file.lifted", "ファイルの廃棄停止を解いた", "Lifted the hold on a file");
    private static final Action FOUND = Action.of("file.infected", "ファイルにウイルスを見つけた", "Found a virus in a file");

    private final AuditTrail trail;

    FileDeeds(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions fileActions() {
        return KnownActions.of(KEPT, TAKEN_OVER, READING, REMOVED, ENDED, RELEASED, HELD, LIFTED, FOUND);
    }

    private static Thing thing(KeptFile file) {
        return Thing.of("file", file.id().value(), file.name());
    }

    private static Deed of(KeptFile file, Action action) {
        return Deed.did(action, thing(file)).with("holder", holder(file));
    }

    private static String holder(KeptFile file) {
        return file.holder().kind() + " " + file.holder().id();
    }

    void kept(KeptFile file, Visitor by) {
        trail.record(came(file, KEPT).by(Actor.of(by)));
    }

    void takenOver(KeptFile file) {
        trail.record(came(file, TAKEN_OVER).by(Actor.system("files")));
    }

    private static Deed came(KeptFile file, Action action) {
        return of(file, action)
                .with("sha256", file.sha256())
                .with("state", file.state().name())
                .with("retention", file.retention().name());
    }

    void read(KeptFile file) {
        trail.record(
                Deed.read(READING, thing(file)).with("holder", holder(file)).with("sha256", file.sha256()));
    }

    void removed(KeptFile file, String reason, Visitor by) {
        trail.record(of(file, REMOVED).by(Actor.of(by)).because(reason).with("sha256", file.sha256()));
    }

    void ended(KeptFile file) {
        trail.record(of(file, ENDED)
                .by(Actor.system("files"))
                .with("sha256", file.sha256())
                .with("until", file.keepUntil().map(Object::toString).orElse("")));
    }

    void released(KeptFile file, String reason, Visitor by) {
        trail.record(of(file, RELEASED).by(Actor.of(by)).because(reason));
    }

    void held(KeptFile file, String reason, Visitor by) {
        trail.record(of(file, HELD).by(Actor.of(by)).because(reason));
    }

    void lifted(KeptFile file, String reason, Visitor by) {
        trail.record(of(file, LIFTED).by(Actor.of(by)).because(reason));
    }

    void refusedInfected(NewFile file, String name, String finding, Visitor by) {
        trail.record(
                Deed.refused(FOUND, Thing.of(file.holder().kind(), file.holder().id(), name))
                        .by(Actor.of(by))
                        .with("finding", finding));
    }

    /// @param sha256 of a content that was kept before
    void foundLater(String sha256, String finding) {
        trail.record(Deed.did(FOUND, Thing.of("file-content", sha256, finding)).by(Actor.system("files")));
    }
}
