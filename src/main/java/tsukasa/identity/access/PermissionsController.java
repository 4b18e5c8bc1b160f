package tsukasa.identity.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Role;
import tsukasa.identity.access.PermissionTable.Line;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.table.CsvWriter;

@Controller
class PermissionsController {
    private static final String ANYONE = "ANYONE";
    private final PermissionTable table;
    private final WallWords walls;

    PermissionsController(PermissionTable table, WallWords walls) {
        this.table = table;
        this.walls = walls;
    }

    @Bean
    static StaffMenuEntry permissionsEntry() {
        return StaffMenuEntry.of(
                Text.of("権限の一覧", "Permissions"),
                Text.of("だれが何をできるかを、動いているプログラムから読む", "Who may do what, read from the running program"),
                "/admin/permissions",
                Permission.READ_PERMISSIONS.name(),
                80);
    }

    @GetMapping("/admin/permissions")
    @Permit(Permission.READ_PERMISSIONS)
    PermissionsPage page(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "") String role) {
        List<Line> found = found(q, permission, role);
        long all = table.lines().size();
        return new PermissionsPage(
                frame,
                Arrays.stream(Role.values()).map(r -> frame.say(r.title())).toList(),
                Arrays.stream(Permission.values())
                        .map(p -> new PermissionsPage.Power(
                                frame.say(p.title()), p.name(), frame.say(WallWords.span(p.span())), marks(p)))
                        .toList(),
                walls.walls(frame),
                walls.workers(frame),
                filters(frame, q, permission, role),
                frame.say(all + "のうち" + found.size() + "のアドレス", found.size() + " of " + all + " addresses"),
                found.stream().map(line -> line(frame, line)).toList(),
                download(frame));
    }

    /// The walls around records, for whoever keeps them with an audit.
    @GetMapping("/admin/permissions/records.csv")
    @Permit(Permission.READ_PERMISSIONS)
    ResponseEntity<StreamingResponseBody> records() {
        List<List<String>> rows = walls.rows();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("permissions-records.csv")
                                .build()
                                .toString())
                .body(out -> {
                    try (CsvWriter csv = new CsvWriter(out)) {
                        rows.forEach(csv::row);
                    }
                });
    }

    @GetMapping("/admin/permissions.csv")
    @Permit(Permission.READ_PERMISSIONS)
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "") String role) {
        List<Line> found = found(q, permission, role);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("permissions.csv")
                                .build()
                                .toString())
                .body(out -> {
                    try (CsvWriter csv = new CsvWriter(out)) {
                        csv.row(head());
                        found.forEach(line -> csv.row(row(line)));
                    }
                });
    }

    private static List<String> head() {
        return Stream.concat(
                        Stream.of("method", "path", "permission"),
                        Arrays.stream(Role.values()).map(Role::name))
                .toList();
    }

    private static List<String> row(Line line) {
        List<String> row = new ArrayList<>(List.of(line.method(), line.path(), code(line)));
        for (Role role : Role.values()) {
            row.add(line.allows(role) ? "yes" : "no");
        }
        return row;
    }

    private static String code(Line line) {
        return line.asks().map(Permission::name).orElse(line.shut() ? "NOBODY" : ANYONE);
    }

    private List<Line> found(String q, String permission, String role) {
        String words = q.strip().toLowerCase(Locale.ROOT);
        return table.lines().stream()
                .filter(line ->
                        words.isEmpty() || line.path().toLowerCase(Locale.ROOT).contains(words))
                .filter(line -> permission.isEmpty() || code(line).equals(permission))
                .filter(line -> Arrays.stream(Role.values())
                        .filter(r -> r.name().equals(role))
                        .allMatch(line::allows))
                .toList();
    }

    private static List<Boolean> marks(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> PermissionTable.may(role, permission))
                .toList();
    }

    private static PermissionsPage.Line line(Frame frame, Line line) {
        String asks = line.asks()
                .map(permission -> frame.say(permission.title()))
                .orElse(line.shut() ? frame.say("だれも使えない", "Nobody") : frame.say("だれでも", "Anyone"));
        return new PermissionsPage.Line(
                line.method(),
                line.path(),
                asks,
                line.anyone(),
                Arrays.stream(Role.values()).map(line::allows).toList());
    }

    private static List<Field> filters(Frame frame, String q, String permission, String role) {
        Option every = Option.of("", frame.say("すべて", "All"));
        List<Option> permissions = Stream.concat(
                        Stream.of(every, Option.of(ANYONE, frame.say("だれでも", "Anyone"))),
                        Arrays.stream(Permission.values()).map(p -> Option.of(p.name(), frame.say(p.title()))))
                .toList();
        List<Option> roles = Stream.concat(
                        Stream.of(every),
                        Arrays.stream(Role.values()).map(r -> Option.of(r.name(), frame.say(r.title()))))
                .toList();
        return List.of(
                Field.search("q", frame.say("アドレス", "Address")).value(q).maxLength(100),
                Field.select("permission", frame.say("権限", "Permission"), permissions)
                        .value(permission),
                Field.select("role", frame.say("使える役割", "Open to role"), roles).value(role));
    }

    private static String download(Frame frame) {
        return "/admin/permissions.csv" + (frame.query().isEmpty() ? "" : "?" + frame.query());
    }
}
