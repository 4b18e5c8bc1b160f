package tsukasa.kernel.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that its owner alone may read, in a folder that its owner alone may enter. It is there whole or not at all,
/// whatever dies in between.
public record SecretFile(Path path) {
    /// False where there is one already: another node may make it at the same moment, then that one counts.
    public boolean make(byte[] content) throws IOException {
        Path fresh = aside(content);
        try {
            Files.createLink(path, fresh);
            return true;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return false;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(fresh, path);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public void replace(byte[] content) throws IOException {
        Files.move(aside(content), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path aside(byte[] content) throws IOException {
        Path folder = folder();
        Path aside = Files.createTempFile(folder, path.getFileName().toString(), ".new", forOwner("rw-------"));
        return Files.write(aside, content);
    }

    /// Made where it is missing.
    public Path folder() throws IOException {
        return Files.createDirectories(path.toAbsolutePath().getParent(), forOwner("rwx------"));
    }

    /// Where the file system knows no owners, it is up to the folder around it.
    private static FileAttribute<?>[] forOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
