package tsukasa.alerts.mailing;

import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent;
import tsukasa.identity.Secret;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.mail.Letter;

/// What subscribers are written. All of it is confidential: that somebody subscribed is nobody else's business.
@Component
class AlertLetters {
    private static final int LONGEST_TITLE = 150;
    private final PublicAddress address;
    private final Settings.Agency agency;

    AlertLetters(PublicAddress address, Settings settings) {
        this.address = address;
        this.agency = settings.agency();
    }

    Letter toConfirm(Subscription wanted, Secret token) {
        URI link = address.of(SubscriptionController.CONFIRM + token.text());
        return Letter.of(
                        wanted.address(),
                        wanted.language(),
                        Text.of("注意喚起のメール配信の確認", "Confirm alerts by mail"),
                        Text.of("""
                        %s です。

                        注意喚起をメールで受け取るには、次のリンクを開き、「受け取る」を押してください。

                        %s

                        リンクは24時間使えます。
                        お心当たりがないときは、何もせず、このメールを削除してください。何も送られません。
                        """.formatted(agency.ja(), link), """
                        This is %s.

                        To receive our alerts by mail, open this link and press "Receive alerts":

                        %s

                        The link works for 24 hours.
                        If you did not ask for it, delete this mail; nothing will be sent.
                        """.formatted(agency.en(), link)))
                .keptConfidential();
    }

    /// RFC 8058: mail programs offer one button, which sends a POST to the address.
    ///
    /// @param alert as the edition told it that is sent
    /// @param now   while the letter is written: the letter says what came out since, and whether the alert is over
    Letter of(Alert alert, Alert now, Subscriber to) {
        URI stop = address.of(SubscriptionController.STOP + to.token());
        return new Letter(
                        to.address(),
                        subject(alert, to.language()),
                        body(alert, now, to.language()) + foot(stop, to.language()),
                        to.language(),
                        List.of(),
                        false,
                        false)
                .withHeaders(List.of(
                        new Letter.Header("List-Unsubscribe", "<" + stop + ">"),
                        new Letter.Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")))
                .keptConfidential();
    }

    private static String subject(Alert alert, Language language) {
        int edition = alert.edition();
        String title = alert.content().title().in(language).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        String some = title.codePointCount(0, title.length()) > LONGEST_TITLE
                ? title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…"
                : title;
        String which = edition == 1
                ? ""
                : Text.of("（第" + edition + "報）", " (edition " + edition + ")").in(language);
        return Text.of("【注意喚起】", "Alert: ").in(language) + some + which;
    }

    private String body(Alert alert, Alert now, Language language) {
        AlertContent content = alert.content();
        StringBuilder text = new StringBuilder(content.title().in(language)).append("\n\n");
        now.standing().over().ifPresent(told -> text.append(told.in(language)).append("\n\n"));
        if (now.edition() > alert.edition()) {
            text.append(Text.of(
                                    "この後に第" + now.edition() + "報を公表しました。最新の内容は、下の「全文」のページでお読みください。",
                                    "Edition " + now.edition()
                                            + " has come out since. Read the newest one on the page \"In full\" below.")
                            .in(language))
                    .append("\n\n");
        }
        part(
                text,
                Text.of("緊急度", "Urgency").in(language),
                content.urgency().word().in(language));
        if (alert.edition() > 1) {
            Text what = alert.editions().getLast().what();
            part(text, Text.of("更新の内容", "What is new").in(language), what.in(language));
        }
        part(text, Text.of("概要", "Summary").in(language), content.summary().in(language));
        part(text, Text.of("対策", "What to do").in(language), content.action().in(language));
        part(
                text,
                Text.of("全文", "In full").in(language),
                address.of(alert.address()).toString());
        return text.toString();
    }

    private static void part(StringBuilder text, String name, String words) {
        text.append("■ ").append(name).append('\n').append(words.strip()).append("\n\n");
    }

    private String foot(URI stop, Language language) {
        return Text.of("""
                        --
                        %s
                        配信の停止: %s
                        """.formatted(agency.ja(), stop), """
                        --
                        %s
                        To stop these mails: %s
                        """.formatted(agency.en(), stop))
                .in(language);
    }
}
