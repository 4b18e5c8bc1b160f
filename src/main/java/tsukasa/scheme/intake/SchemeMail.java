package tsukasa.scheme.intake;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
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
        String link = address.of("/" + scheme.id() + "/confirm/" + token).toString();
        send(
                to,
                language,
                Text.of(
                        scheme.title().ja() + "の確認",
                        "Please confirm: " + scheme.title().en()),
                Text.of("""
                        %s　ご担当者様

                        %sを受け付けました（受付番号 %s）。
                        次のページを開き、「確定する」を選ぶと、登録簿に載ります。7日以内にお願いします。

                        %s

                        お心当たりがないときは、このメールを消してください。何も登録されません。
                        """.formatted(name, scheme.title().ja(), number, link), """
                        To %s

                        We have received your %s (case %s).
                        Open this page and choose "Confirm" to be entered in the register. Please do so within 7 days.

                        %s

                        If you did not ask for this, delete this mail. Nothing will be registered.
                        """.formatted(
                                name, scheme.title().en(), number, link)));
    }

    void registered(Scheme scheme, String to, String name, String number, Language language) {
        String link = address.of("/" + scheme.id() + "/register/" + number).toString();
        send(
                to,
                language,
                Text.of(
                        scheme.title().ja() + "を登録しました",
                        "Registered: " + scheme.title().en()),
                Text.of("""
                        %s　ご担当者様

                        %sを登録しました（番号 %s）。登録の内容は、次のページで見られます。

                        %s

                        変更、取下げ、ロゴの受け取りも、このページから始められます。
                        """.formatted(name, scheme.title().ja(), number, link), """
                        To %s

                        Your %s has been registered (number %s). See the entry here:

                        %s

                        Changes, withdrawal and the logo start from the same page.
                        """.formatted(
                                name, scheme.title().en(), number, link)));
    }

    void manage(Scheme scheme, String to, String name, String number, String token, Language language) {
        String link = address.of("/" + scheme.id() + "/manage/" + token).toString();
        send(
                to,
                language,
                Text.of(
                        scheme.title().ja() + "の手続き",
                        "Your entry: " + scheme.title().en()),
                Text.of("""
                        %s　ご担当者様

                        登録 %s の変更、取下げ、ロゴの受け取りは、次のページで行えます。7日間使えます。

                        %s

                        お心当たりがないときは、このメールを消してください。
                        """.formatted(name, number, link), """
                        To %s

                        Change or withdraw entry %s, or get the logo, on this page. It works for 7 days.

                        %s

                        If you did not ask for this, delete this mail.
                        """.formatted(name, number, link)));
    }

    private void send(String to, Language language, Text subject, Text body) {
        Optional<EmailAddress> receiver = EmailAddress.parse(to);
        receiver.ifPresent(r -> post.send(Letter.of(r, language, subject, body).keptSecret()));
    }
}
