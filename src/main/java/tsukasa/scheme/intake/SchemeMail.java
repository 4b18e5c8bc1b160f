package tsukasa.scheme.intake;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.scheme.Letters.Happening;
import tsukasa.scheme.Scheme;

/// The letters of a scheme: confirm, registered, manage.
@Component
class SchemeMail {
    private final PostOffice post;
    private final PublicAddress address;

    SchemeMail(PostOffice post, PublicAddress address) {
        this.post = post;
        this.address = address;
    }

    void confirm(Scheme scheme, String to, String name, String number, String token, Language language) {
        String link = link("/" + scheme.id() + "/confirm/" + token, language);
        Text then = scheme.confidential()
                ? Text.of("担当者に届きます", "to hand it in")
                : Text.of("登録簿に載ります", "to be entered in the register");
        send(
                scheme,
                to,
                language,
                Text.of(
                        scheme.title().ja() + "の確認",
                        "Please confirm: " + scheme.title().en()),
                Text.of("""
                        %s　ご担当者様

                        %sを受け付けました（受付番号 %s）。
                        次のページを開き、「登録する」を選ぶと、%s。7日以内にお願いします。

                        %s

                        お心当たりがないときは、このメールを消してください。何も登録されません。
                        """.formatted(name, scheme.title().ja(), number, then.ja(), link), """
                        To %s

                        We have received your %s (case %s).
                        Open this page and choose "Register" %s. Please do so within 7 days.

                        %s

                        If you did not ask for this, delete this mail. Nothing will be registered.
                        """.formatted(
                                name, scheme.title().en(), number, then.en(), link)));
    }

    void registered(Scheme scheme, String to, String name, String number, String token, Language language) {
        String link = link("/" + scheme.id() + "/register/" + number, language);
        String own = link("/" + scheme.id() + "/manage/" + token, language);
        send(
                scheme,
                to,
                language,
                Text.of(
                        scheme.title().ja() + "を登録しました",
                        "Registered: " + scheme.title().en()),
                scheme.confidential()
                        ? acceptedBody(scheme, name, number, own)
                        : registeredBody(scheme, name, number, link, own));
    }

    private static Text acceptedBody(Scheme scheme, String name, String number, String own) {
        return Text.of("""
                        %s　ご担当者様

                        %sを登録しました（番号 %s）。どこにも公開されません。見られるのは、担当者とその監督者だけです。

                        変更、取下げは、次のページで行えます。7日間使えます。そのあとは、番号を入力すると新しいリンクを送ります。

                        %s

                        このアドレスを知っている人は誰でも手続きできます。ほかの人に渡さないでください。
                        """.formatted(name, scheme.title().ja(), number, own), """
                        To %s

                        Your %s has been registered (number %s). It is published nowhere. Only those who handle it, and
                        who supervise them, can see it.

                        Change or withdraw it on the next page. It works for 7 days; after that, enter the number and we
                        mail you a new link.

                        %s

                        Anyone who has this address can act for you. Do not pass it on.
                        """.formatted(
                        name, scheme.title().en(), number, own));
    }

    private static Text registeredBody(Scheme scheme, String name, String number, String link, String own) {
        return Text.of(
                """
                        %s　ご担当者様

                        %sを登録しました（番号 %s）。公開される内容は、次のページで見られます。

                        %s

                        変更、取下げ%sは、次のページで行えます。7日間使えます。そのあとは、番号を入力すると新しいリンクを送ります。

                        %s

                        このアドレスを知っている人は誰でも手続きできます。ほかの人に渡さないでください。
                        """.formatted(
                        name, scheme.title().ja(), number, link, scheme.terms().isPresent() ? "、ロゴの受け取り" : "", own),
                """
                        To %s

                        Your %s has been registered (number %s). What is published stands here:

                        %s

                        Change or withdraw the entry%s on the next page. It works for 7 days; after that, enter
                        the number and we mail you a new link.

                        %s

                        Anyone who has this address can act for you. Do not pass it on.
                        """.formatted(
                                name,
                                scheme.title().en(),
                                number,
                                link,
                                scheme.terms().isPresent() ? ", or get the logo," : "",
                                own));
    }

    /// @param closed whether the case is seen by its handlers alone: the letter is then not seen in the outbox
    void manage(Scheme scheme, boolean closed, String to, String name, String number, String token, Language language) {
        String link = link("/" + scheme.id() + "/manage/" + token, language);
        send(
                closed,
                to,
                language,
                Text.of(
                        scheme.title().ja() + "の手続き",
                        "Your entry: " + scheme.title().en()),
                Text.of("""
                        %s　ご担当者様

                        登録 %s の変更や取下げなどの手続きは、次のページで行えます。7日間使えます。

                        %s

                        お心当たりがないときは、このメールを消してください。
                        """.formatted(name, number, link), """
                        To %s

                        Change, withdraw or use entry %s on this page. It works for 7 days.

                        %s

                        If you did not ask for this, delete this mail.
                        """.formatted(name, number, link)));
    }

    void told(
            Scheme scheme,
            boolean closed,
            String to,
            String name,
            String number,
            Happening happening,
            String token,
            Language language) {
        String own = link("/" + scheme.id() + "/manage/" + token, language);
        Text what = switch (happening) {
            case CHANGED -> Text.of("登録を変更しました", "Your entry was changed");
            case CORRECTED -> Text.of("登録の誤りを職員が訂正しました", "Our staff corrected your entry");
            case WITHDRAWN -> Text.of("登録を取り下げました", "Your entry was withdrawn");
            case RESTORED -> Text.of("取下げを取り消しました", "The withdrawal was taken back");
        };
        send(
                closed,
                to,
                language,
                Text.of(what.ja() + "：" + number, what.en() + ": " + number),
                Text.of("""
                        %s　ご担当者様

                        %s（%s　%s）。

                        お心当たりがないとき、誤りがあるときは、7日以内に次のページから直すか、取り消してください。

                        %s
                        """.formatted(name, what.ja(), scheme.title().ja(), number, own), """
                        To %s

                        %s (%s, %s).

                        If you did not ask for this, or something is wrong, change it or take it back within 7 days:

                        %s
                        """.formatted(
                                name, what.en(), scheme.title().en(), number, own)));
    }

    /// A link carries the language of its letter, since it may be opened on another device.
    private String link(String path, Language language) {
        return address.of(path + (language == Language.JA ? "" : "?lang=" + language.tag()))
                .toString();
    }

    private void send(Scheme scheme, String to, Language language, Text subject, Text body) {
        send(scheme.confidential(), to, language, subject, body);
    }

    private void send(boolean closed, String to, Language language, Text subject, Text body) {
        Optional<EmailAddress> receiver = EmailAddress.parse(to);
        receiver.map(r -> Letter.of(r, language, subject, body))
                .ifPresent(letter -> post.send(closed ? letter.keptConfidential() : letter.keptSecret()));
    }
}
