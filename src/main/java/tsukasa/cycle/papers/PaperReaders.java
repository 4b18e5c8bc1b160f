package tsukasa.cycle.papers;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.cycle.Papers;
import tsukasa.files.FileReaders;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;

/// Whoever uses the staff's pages sees reports and meetings, and so their papers.
@Configuration(proxyBeanMethods = false)
class PaperReaders {
    @Bean
    FileReaders readersOfReports(PaperPlaces places) {
        return new ForStaff(
                Papers.REPORT,
                Text.of("月次報告", "Monthly report"),
                id -> places.report(id).map(PaperPlaces.ReportPlace::address));
    }

    @Bean
    FileReaders readersOfMeetings(PaperPlaces places) {
        return new ForStaff(
                Papers.MEETING,
                Text.of("会議", "Meeting"),
                id -> places.meeting(id).map(meeting -> "/staff/meetings/" + meeting.id()));
    }

    private record ForStaff(String kind, Text title, Function<String, Optional<String>> where) implements FileReaders {
        @Override
        public boolean mayRead(Optional<Visitor> visitor, String id) {
            return visitor.map(reader -> reader.may(Permission.USE_STAFF_PAGES)).orElse(false);
        }

        @Override
        public Optional<String> address(String id) {
            return where.apply(id);
        }
    }
}
