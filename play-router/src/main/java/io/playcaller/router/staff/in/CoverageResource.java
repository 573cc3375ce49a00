package io.playcaller.router.staff.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.router.staff.app.BookWatch;
import io.playcaller.router.staff.app.BookWatch.Watched;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How full books are. */
@Path("/v1/coverage")
@Tag(name = "directory")
public class CoverageResource {

    private final BookWatch watch;

    CoverageResource(BookWatch watch) {
        this.watch = watch;
    }

    /**
     * A book.
     *
     * @param book {@code person/} and a staff id, {@code pool/} and a tier, or {@code nobody/} and a tier
     * @param accounts under contract, by tier
     * @param people who share it
     * @param percent of what its bands allow at most
     * @param fill {@code below}, {@code within}, {@code near}, {@code above}, {@code unserved}
     * @param aboveSince since when it is above, or unserved
     * @param breached for longer than allowed
     */
    public record BookView(
            String book,
            @Nullable String staffId,
            Map<String, Integer> accounts,
            int people,
            int percent,
            String fill,
            @Nullable LocalDate aboveSince,
            boolean breached) {

        static BookView of(Watched watched) {
            return new BookView(
                    watched.book().key(),
                    watched.book().staffId(),
                    new TreeMap<>(watched.book().accounts()),
                    watched.book().people(),
                    watched.book().percent(),
                    watched.book().fill().name().toLowerCase(Locale.ROOT),
                    watched.since(),
                    watched.breached());
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Accounts of each person and pool against the bands of coverage.yaml.")
    public Uni<Page<BookView>> list() {
        return watch.look().map(found -> Page.whole(found).map(BookView::of));
    }
}
