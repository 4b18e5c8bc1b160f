package tsukasa.kernel.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that its owner alone may read, in a folder that its owner alone may enter. It is there whole or not at all,
/// whatever dies in between.
public record SecretFile(Path path) {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /// False where there is one already: another node may make it at the same moment, then that one counts.
    public boolean make(byte[] content) throws IOException {
        Path fresh = aside(content);
        try {
            Files.createLink(path, fresh);
            return true;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return moved(fresh);
        } finally {
            Files.deleteIfExists(fresh);
            force(folder());
        }
    }

    private boolean moved(Path fresh) throws IOException {
        try {
            Files.move(fresh, path);
            return true;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return false;
        }
    }

    public void replace(byte[] content) throws IOException {
        Path fresh = aside(content);
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        force(folder());
    }

    /// Only what is on the disk outlives a power cut, and what was sealed by a key is worth as much as the key.
    private static void force(Path written) throws IOException {
        boolean folder = Files.isDirectory(written);
        if (folder && !POSIX) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(written, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path aside(byte[] content) throws IOException {
        Path folder = folder();
        Path aside = Files.createTempFile(folder, path.getFileName().toString(), ".new", forOwner("rw-------"));
        Files.write(aside, content);
        force(aside);
        return aside;
    }

    /// Made where it is missing.
    public Path folder() throws IOException {
        return Files.createDirectories(path.toAbsolutePath().getParent(), forOwner("rwx------"));
    }

    /// Where the file system knows no owners, it is up to the folder around it.
    private static FileAttribute<?>[] forOwner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
