package tsukasa.scheme.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.identity.Person;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.scheme.Letters.Happening;
import tsukasa.scheme.intake.CaseStore.CaseRow;

/// Letters to those who handle cases. They name numbers and never subjects: a mailbox is no place for that.
@Component
class HandlerMail {
    private final PostOffice post;
    private final PublicAddress address;

    HandlerMail(PostOffice post, PublicAddress address) {
        this.post = post;
        this.address = address;
    }

    void given(Person to, List<CaseRow> files, String word, String by, boolean closed) {
        String links = files.stream()
                .map(file -> file.number() + "\n" + link(file.scheme(), file.number()))
                .collect(Collectors.joining("\n\n"));
        String first = files.getFirst().number();
        String more = files.size() == 1 ? "" : " ほか" + (files.size() - 1) + "件";
        String others = files.size() == 1 ? "" : " and " + (files.size() - 1) + " more";
        send(
                to,
                Text.of("案件の担当になりました：" + first + more, "Cases for you: " + first + others),
                Text.of("""
                        %s　様

                        %sさんが、次の案件の担当をあなたに決めました。%s

                        %s
                        """.formatted(to.displayName(), by, word.isEmpty() ? "" : "\n\n" + word, links), """
                        To %s

                        %s gave you these cases to handle.%s

                        %s
                        """.formatted(
                                to.displayName(), by, word.isEmpty() ? "" : "\n\n" + word, links)),
                closed);
    }

    void relieved(Person to, String number, String word, String by, boolean closed) {
        send(
                to,
                Text.of("案件の担当を外れました：" + number, "No longer yours: " + number),
                Text.of("""
                        %s　様

                        %sさんが、案件 %s の担当からあなたを外しました。%s
                        """.formatted(to.displayName(), by, number, word.isEmpty() ? "" : "\n\n" + word), """
                        To %s

                        %s relieved you of case %s.%s
                        """.formatted(
                                to.displayName(), by, number, word.isEmpty() ? "" : "\n\n" + word)),
                closed);
    }

    /// The subject did something with their own entry.
    void happened(Person to, String number, String scheme, Happening happening, boolean closed) {
        Text what = switch (happening) {
            case CHANGED -> Text.of("本人が内容を変更しました", "The subject changed the entry");
            case CORRECTED -> Text.of("職員が訂正しました", "Staff corrected the entry");
            case WITHDRAWN -> Text.of("本人が取り下げました", "The subject withdrew the entry");
            case RESTORED -> Text.of("本人が取下げを取り消しました", "The subject took the withdrawal back");
        };
        send(
                to,
                Text.of("担当の案件：" + what.ja() + "（" + number + "）", "Your case: " + what.en() + " (" + number + ")"),
                Text.of("""
                        %s　様

                        担当の案件 %s で、%s。

                        %s
                        """.formatted(to.displayName(), number, what.ja(), link(scheme, number)), """
                        To %s

                        %s, in case %s that you handle.

                        %s
                        """.formatted(
                                to.displayName(), what.en(), number, link(scheme, number))),
                closed);
    }

    private String link(String scheme, String number) {
        return address.of("/staff/" + scheme + "/cases/" + number).toString();
    }

    private void send(Person to, Text subject, Text body, boolean closed) {
        Letter letter = Letter.of(to.email(), to.language(), subject, body);
        post.send(closed ? letter.keptConfidential() : letter.keptSecret());
    }
}
