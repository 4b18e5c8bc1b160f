package tsukasa.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.Language;
import tsukasa.kernel.Settings.Agency;
import tsukasa.kernel.Text;
import tsukasa.mail.DeliveryState;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.MailId;
import tsukasa.mail.OutgoingMail;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SteppingClock;

class DeliveryTests {
    private static final Agency AGENCY = new Agency("IT推進機構", "IT Promotion Agency", "no-reply@agency.example.jp");
    private static final EmailAddress TARO = EmailAddress.of("taro@example.jp");
    private final DataSource source = ModuleDatabase.with("mail");
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final LetterStore letters = new LetterStore(JdbcClient.create(source));
    private final SteppingClock clock = SteppingClock.at("2021-06-01T00:00:00Z");
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        ((AutoCloseable) source).close();
    }

    @Test
    void a_japanese_letter_arrives_as_it_was_written() throws Exception {
        Letter letter = letter("件名：サインインのご案内 ①")
                .withHeaders(List.of(new Letter.Header("List-Unsubscribe", "<https://agency.example.jp/u/1>")));
        add(letter);
        assertThat(smtp().deliverAll()).isEqualTo(1);

        MimeMessage arrived = server.getReceivedMessages()[0];
        InternetAddress from = (InternetAddress) arrived.getFrom()[0];
        assertThat(arrived.getSubject()).isEqualTo("件名：サインインのご案内 ①");
        assertThat(arrived.getContent().toString().replace("\r\n", "\n")).isEqualTo("本文です。\n二行目です。");
        assertThat(arrived.getContentType()).contains("text/plain").containsIgnoringCase("utf-8");
        assertThat(from.getAddress()).isEqualTo("no-reply@agency.example.jp");
        assertThat(from.getPersonal()).isEqualTo("IT推進機構");
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(arrived.getHeader("List-Unsubscribe")).containsExactly("<https://agency.example.jp/u/1>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_letter_that_was_sent_is_not_sent_again() throws Exception {
        MailId id = add(letter("一度だけ"));
        smtp().deliverAll();
        assertThat(smtp().deliverAll()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(found(id).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void two_nodes_deliver_each_letter_once() throws Exception {
        add(IntStream.range(0, 120).mapToObj(i -> letter("通知 " + i)).toList());
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> node = () -> smtp().deliverAll();
            int left = 0;
            for (var done : nodes.invokeAll(List.of(node, node))) {
                left += done.get();
            }
            assertThat(left).isEqualTo(120);
        }
        Set<String> subjects = new HashSet<>();
        for (MimeMessage arrived : server.getReceivedMessages()) {
            assertThat(subjects.add(arrived.getSubject()))
                    .as(arrived.getSubject())
                    .isTrue();
        }
        assertThat(subjects).hasSize(120);
    }

    @Test
    void a_letter_of_a_transaction_that_failed_never_existed() throws Exception {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    letters.add(List.of(letter("取り消し")), clock.instant());
                    throw new IllegalStateException("the caller fails");
                }))
                .hasMessage("the caller fails");
        assertThat(smtp().deliverAll()).isZero();
    }

    @Test
    void letters_wait_while_the_mail_server_is_away_and_leave_when_it_is_back() throws Exception {
        MailId id = add(letter("待つ"));
        assertThatThrownBy(() -> smtp(1).deliverAll()).isInstanceOf(Carrier.CarrierAway.class);
        assertThat(found(id)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(DeliveryState.QUEUED);
            assertThat(mail.attempts()).isZero();
        });
        assertThat(smtp().deliverAll()).isEqualTo(1);
    }

    @Test
    void a_letter_that_is_put_off_is_tried_again_later_and_given_up_in_the_end() throws Exception {
        MailId id = add(letter("満杯"));
        Deliverer puttingOff = deliverer(answering(new Handover.NotNow("452 mailbox full")));
        assertThat(puttingOff.deliverAll()).isEqualTo(1);
        assertThat(puttingOff.deliverAll()).isZero();
        assertThat(found(id).trouble()).isEqualTo("452 mailbox full");
        for (int attempt = 2; attempt <= 7; attempt++) {
            assertThat(found(id).state()).isEqualTo(DeliveryState.QUEUED);
            clock.step(Duration.ofDays(2));
            assertThat(puttingOff.deliverAll()).as("attempt " + attempt).isEqualTo(1);
        }
        assertThat(found(id).state()).isEqualTo(DeliveryState.FAILED);

        assertThat(letters.requeueFailed(id, clock.instant())).isTrue();
        assertThat(smtp().deliverAll()).isEqualTo(1);
        assertThat(letters.requeueFailed(id, clock.instant())).isFalse();
    }

    @Test
    void a_refused_letter_does_not_hold_up_the_next() throws Exception {
        MailId refused = add(letter("宛先なし"));
        assertThat(deliverer(answering(new Handover.Refused("550 no such user")))
                        .deliverAll())
                .isEqualTo(1);
        MailId next = add(letter("次"));
        smtp().deliverAll();
        assertThat(found(refused).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(found(next).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_secret_is_erased_once_the_mail_server_has_it() throws Exception {
        MailId id = add(letter("秘密").keptSecret());
        assertThat(found(id).body()).isEqualTo("本文です。\n二行目です。");
        smtp().deliverAll();
        assertThat(found(id).body()).isNull();
        assertThat(server.getReceivedMessages()[0].getContent().toString()).startsWith("本文です。");
    }

    @Test
    void without_a_mail_server_a_letter_becomes_a_file_that_anyone_can_read() throws Exception {
        MailId id = add(letter("ファイル").keptSecret());
        Deliverer toFolder = deliverer(new FolderCarrier(folder, AGENCY, clock));
        assertThat(toFolder.deliverAll()).isEqualTo(1);
        Path file = folder.resolve("outbox/2021-06-01/090000-" + id.value() + ".eml");
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .contains("To: taro@example.jp")
                .contains("Content-Transfer-Encoding: 8bit")
                .contains("本文です。");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(found(id).body()).isNotNull();
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void hostile_words_in_a_search_find_nothing_and_break_nothing() {
        add(letter("100%の件名"));
        assertThat(letters.count("100%", null)).isEqualTo(1);
        for (String text : List.of("%", "_x", "'; drop table mail.letter; --", "\\", "%%%%")) {
            assertThat(letters.count(text, null)).as(text).isEqualTo(text.equals("%") ? 1 : 0);
        }
        assertThat(letters.list("件名", DeliveryState.QUEUED, 0, 10)).hasSize(1);
        assertThat(letters.list("件名", DeliveryState.SENT, 0, 10)).isEmpty();
    }

    private Deliverer smtp() {
        return smtp(server.getSmtp().getPort());
    }

    private Deliverer smtp(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return deliverer(new SmtpCarrier(sender, AGENCY, clock));
    }

    private Deliverer deliverer(Carrier carrier) {
        return new Deliverer(letters, carrier, transactions, clock);
    }

    private static Carrier answering(Handover answer) {
        return new Carrier() {
            @Override
            public Round start() {
                return new Round() {
                    @Override
                    public Handover handOver(Waiting waiting) {
                        return answer;
                    }

                    @Override
                    public void close() {}
                };
            }

            @Override
            public boolean leavesTheHouse() {
                return true;
            }
        };
    }

    private MailId add(Letter letter) {
        return add(List.of(letter)).getFirst();
    }

    private List<MailId> add(List<Letter> all) {
        return letters.add(all, clock.instant());
    }

    private OutgoingMail found(MailId id) {
        return letters.find(id).orElseThrow();
    }

    private static Letter letter(String subject) {
        return Letter.of(TARO, Language.JA, Text.same(subject), Text.same("本文です。\n二行目です。"));
    }
}
