package tsukasa.files.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.FileState;
import tsukasa.files.ScanVerdict;
import tsukasa.files.VirusScanner;
import tsukasa.kernel.keys.KeysUnavailable;

/// Scans what came in while nothing could be scanned.
@Component
class Rescanning {
    private static final Logger LOG = LoggerFactory.getLogger(Rescanning.class);
    private static final int AT_ONCE = 50;
    private static final int ENOUGH_FAILURES = 3;
    private final ContentStore contents;
    private final Vault vault;
    private final VirusScanner scanner;
    private final FileDeeds deeds;
    private final TransactionOperations transactions;
    private final Clock clock;

    Rescanning(
            ContentStore contents,
            Vault vault,
            VirusScanner scanner,
            FileDeeds deeds,
            TransactionOperations transactions,
            Clock clock) {
        this.contents = contents;
        this.vault = vault;
        this.scanner = scanner;
        this.deeds = deeds;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Stops when the scanner has no answer for several; one that cannot be read keeps no other waiting.
    ///
    /// @return how many were scanned
    int scanWaiting() {
        int scanned = 0;
        int failures = 0;
        List<StoredContent> waiting = scanner.configured() ? contents.waitingForScan(0, AT_ONCE) : List.of();
        while (!waiting.isEmpty()) {
            for (StoredContent one : waiting) {
                if (scan(one)) {
                    scanned++;
                } else if (++failures == ENOUGH_FAILURES) {
                    return scanned;
                }
            }
            waiting = contents.waitingForScan(waiting.getLast().id(), AT_ONCE);
        }
        return scanned;
    }

    private boolean scan(StoredContent content) {
        return switch (verdict(content)) {
            case ScanVerdict.NotScanned _ -> false;
            case ScanVerdict.Clean _ -> {
                noted(content, FileState.CLEAN, "");
                yield true;
            }
            case ScanVerdict.Infected(String finding) -> {
                noted(content, FileState.INFECTED, finding);
                yield true;
            }
        };
    }

    private ScanVerdict verdict(StoredContent content) {
        try {
            return scanner.scan(() -> opened(content));
        } catch (UncheckedIOException unreadable) {
            LOG.error("a kept file cannot be scanned because it cannot be read: {}", unreadable.getMessage());
            return new ScanVerdict.NotScanned("unreadable");
        }
    }

    private InputStream opened(StoredContent content) {
        try {
            return vault.open(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeysUnavailable e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /// Unless somebody decided about it meanwhile. What was released and turns out to be harmful is not scanned again
    /// here, since it does not wait.
    private void noted(StoredContent content, FileState state, String finding) {
        transactions.executeWithoutResult(_ -> contents.again(content.id())
                .filter(now -> now.state() == content.state())
                .ifPresent(now -> {
                    contents.scanned(now.id(), state, finding.isEmpty() ? null : finding, clock.instant());
                    if (state == FileState.INFECTED) {
                        deeds.foundLater(now.sha256(), finding);
                    }
                }));
    }
}
