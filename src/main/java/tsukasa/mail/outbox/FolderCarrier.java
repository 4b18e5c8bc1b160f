package tsukasa.mail.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.Set;
import tsukasa.kernel.Settings.Agency;
import tsukasa.kernel.page.Writing;

/// Without a mail server letters become files that any mail program opens: `outbox/2021-06-01/093015-<id>.eml`. They
/// are the operator's alone to read, for they carry sign-in links.
final class FolderCarrier implements Carrier {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private final Path outbox;
    private final Agency agency;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    FolderCarrier(Path dataDir, Agency agency, Clock clock) {
        this.outbox = dataDir.resolve("outbox");
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public Round start() {
        return new FolderRound();
    }

    @Override
    public boolean leavesTheHouse() {
        return false;
    }

    /// A file appears complete or not at all.
    private void write(Waiting waiting) throws MessagingException, IOException {
        var written = waiting.writtenAt().atZone(Writing.JAPAN);
        Path day = Files.createDirectories(outbox.resolve(written.toLocalDate().toString()));
        LetterMessage message = LetterMessage.of(waiting, agency, session, clock.instant());
        message.setHeader("Content-Transfer-Encoding", "8bit");
        message.saveChanges();
        Path unfinished = day.resolve("." + waiting.id().value() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            ownersAlone(unfinished);
            message.writeTo(out);
        }
        Path file = day.resolve(TIME.format(written) + "-" + waiting.id().value() + ".eml");
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void ownersAlone(Path file) throws IOException {
        if (Set.copyOf(file.getFileSystem().supportedFileAttributeViews()).contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private final class FolderRound implements Round {
        @Override
        public Handover handOver(Waiting waiting) throws CarrierAway {
            try {
                write(waiting);
                return new Handover.Taken();
            } catch (MessagingException e) {
                return new Handover.Refused("the letter could not be written as a mail");
            } catch (IOException e) {
                throw new CarrierAway("cannot write to " + outbox, e);
            }
        }

        @Override
        public void close() {}
    }
}
