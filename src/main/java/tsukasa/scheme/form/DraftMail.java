package tsukasa.scheme.form;

import java.net.URI;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.scheme.DailyLimits;
import tsukasa.scheme.form.DraftDesk.Opened;

/// Mails the address of a draft to whoever put it aside, when we know where.
@Component
class DraftMail {
    private static final int PER_DAY = 5;
    private final PostOffice post;
    private final PublicAddress address;
    private final DailyLimits limits;

    DraftMail(PostOffice post, PublicAddress address, DailyLimits limits) {
        this.post = post;
        this.address = address;
        this.limits = limits;
    }

    void paused(Opened opened, Language language) {
        Object typed = opened.draft().answers().getOrDefault(opened.scheme().mailField(), "");
        EmailAddress.parse(typed.toString())
                .filter(to -> limits.allow("draft " + to.value(), PER_DAY))
                .ifPresent(to -> post.send(letter(opened, to, language)));
    }

    private Letter letter(Opened opened, EmailAddress to, Language language) {
        URI link = address.of(opened.way().draft());
        Text title = opened.scheme().title();
        Letter letter = Letter.of(
                to,
                language,
                Text.of(title.ja() + "の下書き", "Your draft: " + title.en()),
                Text.of("""
                        %sの入力を中断しました。
                        次のページから、続きを入力できます。

                        %s

                        このアドレスを知っている人は、下書きを見られます。ほかの人に渡さないでください。
                        お心当たりがないときは、このメールを削除してください。
                        """.formatted(title.ja(), link), """
                        You put this form aside: %s
                        Go on here:

                        %s

                        Anyone who has this address can see the draft. Do not pass it on.
                        If you did not ask for it, delete this mail.
                        """.formatted(title.en(), link)));
        return opened.scheme().confidential() ? letter.keptConfidential() : letter.keptSecret();
    }
}
