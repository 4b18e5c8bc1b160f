package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.watching.BillDifference;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Added;
import tsukasa.watching.WatchLists.Replaced;
import tsukasa.watching.WatchedBill;
import tsukasa.watching.showing.Adding.SentBill;

/// Bills of materials of one's lists for programs. A bill is known by the name it was sent under, so that a build sends
/// the same request each time.
@RestController
@Permit(Permission.SIGNED_IN)
class BillApi {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private final WatchDesk desk;
    private final WatchLists lists;
    private final Adding adding;

    BillApi(WatchDesk desk, WatchLists lists, Adding adding) {
        this.desk = desk;
        this.lists = lists;
        this.adding = adding;
    }

    /// @param name     it was sent under; several may have the same
    /// @param of       what it describes
    /// @param nameless components that cannot be watched
    record Sbom(long id, String name, String of, String format, Instant sent, int components, int nameless) {}

    /// @param replaced  how many SBOMs it took the place of; nothing was written where it was only tried
    /// @param staying   components that left the SBOM, but are in the list for another reason
    /// @param findings  what concerns components that are new in the list
    /// @param carried   decisions that were carried over to another version
    /// @param undecided decisions that were not; the finding is open again
    record Put(
            boolean tried,
            int replaced,
            BillDifference difference,
            Optional<Integer> staying,
            Optional<Long> findings,
            Optional<Long> carried,
            Optional<Long> undecided) {}

    @Described("The SBOMs of a list")
    @GetMapping(path = "/api/watch/lists/{list}/sboms", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Sbom> sboms(Visitor visitor, @PathVariable String list) {
        return lists.bills(visitor.id(), desk.list(visitor.id(), list).id()).stream()
                .map(BillApi::sbom)
                .toList();
    }

    private static Sbom sbom(WatchedBill bill) {
        return new Sbom(
                bill.id(), bill.file(), bill.name(), bill.format(), bill.sentAt(), bill.parts(), bill.nameless());
    }

    @Described("Adds the components of an SBOM (CycloneDX or SPDX), sent as the body, up to 20 MB")
    @PostMapping(path = "/api/watch/lists/{list}/sbom", produces = MediaType.APPLICATION_JSON_VALUE)
    Added add(
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(name = "file", defaultValue = "") String file)
            throws IOException {
        WatchList found = desk.list(visitor.id(), list);
        SentBill bill = read(request, file);
        return lists.add(visitor.id(), found.id(), bill.items(), bill.about());
    }

    private SentBill read(HttpServletRequest request, String name) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    Text.of("20 MB を超えています。", "It is larger than 20 MB."),
                    Text.of("gzip で圧縮するか、分けてください。", "Compress it with gzip, or split it."));
        }
        return adding.readBill(name, new ByteArrayInputStream(sent));
    }

    @Described(
            "Puts an SBOM, sent as the body, in the place of those of this name, or adds it; decisions on a version are "
                    + "carried over to the next where they still hold. Answers with what was added, removed, kept and "
                    + "changed its version; with try=yes nothing is changed")
    @PutMapping(path = "/api/watch/lists/{list}/sboms/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    Put put(
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable String name,
            @RequestParam(name = "try", defaultValue = "") String tried)
            throws IOException {
        WatchList found = desk.list(visitor.id(), list);
        String plain = WatchController.plain(name);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw Problem.invalid(
                    Text.of("SBOM の名前は、1文字から200文字までです。", "The name of an SBOM has 1 to 200 characters."),
                    Text.of("アドレスの終わりの名前を直してください。", "Correct the name at the end of the address."));
        }
        SentBill bill = read(request, plain);
        Set<Long> old = named(visitor.id(), found, plain);
        if (tried.equals("yes") || tried.equals("true")) {
            BillDifference difference = lists.difference(visitor.id(), found.id(), old, bill.items());
            return new Put(
                    true,
                    old.size(),
                    difference,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Replaced done = lists.replace(visitor.id(), found.id(), old, bill.items(), bill.about());
        return new Put(
                false,
                old.size(),
                done.difference(),
                Optional.of(done.staying()),
                Optional.of(done.findings()),
                Optional.of(done.carried()),
                Optional.of(done.undecided()));
    }

    private Set<Long> named(UUID owner, WatchList list, String name) {
        return lists.bills(owner, list.id()).stream()
                .filter(bill -> bill.file().equals(name))
                .map(WatchedBill::id)
                .collect(Collectors.toSet());
    }

    @Described("Takes the SBOMs of this name off a list, with the components that are there for no other reason")
    @DeleteMapping("/api/watch/lists/{list}/sboms/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Visitor visitor, @PathVariable String list, @PathVariable String name) {
        WatchList found = desk.list(visitor.id(), list);
        Set<Long> named = named(visitor.id(), found, WatchController.plain(name));
        if (named.isEmpty() || !lists.removeBills(visitor.id(), found.id(), named)) {
            throw BillController.noBill();
        }
    }
}
