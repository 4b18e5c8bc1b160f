package tsukasa.files.keeping;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.round.Round;

/// What is looked after in the background. Several nodes may do so at once: each file is taken by one.
@Configuration(proxyBeanMethods = false)
class FilesRounds {
    private static final Logger LOG = LoggerFactory.getLogger(FilesRounds.class);

    @Bean
    static Round scanningFiles(Rescanning rescanning) {
        return Round.every(Duration.ofMinutes(1), "files-scanning", _ -> rescanning.scanWaiting());
    }

    /// Ends files whose time is over and sweeps the disk.
    @Bean
    static Round endingFiles(Disposal disposal, KeyCheck keys) {
        return Round.every(Duration.ofHours(1), "files-ending", goesOn -> {
                    keys.look();
                    end(disposal, goesOn);
                })
                .fromTheStart();
    }

    private static void end(Disposal disposal, BooleanSupplier goesOn) throws IOException {
        int ended = 0;
        while (goesOn.getAsBoolean() && disposal.endNext()) {
            ended++;
        }
        int swept = disposal.sweep();
        if (ended + swept > 0) {
            LOG.info(
                    "{} files were disposed of at the end of their retention, {} that no record held were swept",
                    ended,
                    swept);
        }
    }
}
