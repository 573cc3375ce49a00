package io.playcaller.router.brake.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.brake.app.BrakeDesk;
import io.playcaller.router.signal.WaitDecider.Word;
import io.playcaller.router.signal.app.Answered;
import io.playcaller.router.signal.app.HeldSignals.Which;
import io.playcaller.router.task.in.IdempotencyKey;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The volume brake: how much began, what is held, and what becomes of it. With the header {@code Idempotency-Key} a word may be
 * said again: under the same key of the same person it is for the signals for which it was said first.
 */
@Path("/v1/brake")
@Tag(name = "brake")
public class BrakeResource {

    private static final String KEY = IdempotencyKey.HEADER;

    private final BrakeDesk desk;
    private final CurrentIdentityAssociation identity;

    BrakeResource(BrakeDesk desk, CurrentIdentityAssociation identity) {
        this.desk = desk;
        this.identity = identity;
    }

    /**
     * What came of a word.
     *
     * @param count signals that it was for
     * @param became how many of them became what; {@code unreadable} are those of accounts with a task that cannot be read, which
     *     are held still
     * @param held signals of the play that are held still
     */
    public record Heard(String play, int count, Map<String, Long> became, long held) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Limits, what began within the hour, and what is held with what most of it shares, by play.")
    public Uni<BrakeView> now() {
        return desk.now().map(now -> BrakeView.of(now.plays(), now.brake(), now.floods(), now.held()));
    }

    @POST
    @Path("{play}/release")
    @RolesAllowed({Roles.LEAD, Roles.OPS})
    @Operation(
            summary = "Routes what is held of a play as it stands now, the most valuable first, 1,000 at a time: "
                    + "{because, accounts}; without accounts all.")
    public Uni<Heard> release(@RestPath String play, @RestHeader(KEY) @Nullable String key, @Nullable WordBody body) {
        return heard(play, key, body, desk::release);
    }

    @POST
    @Path("{play}/discard")
    @RolesAllowed({Roles.LEAD, Roles.OPS})
    @Operation(
            summary = "Does nothing about what is held of a play as it stands, 1,000 at a time: {because, accounts}.")
    public Uni<Heard> discard(@RestPath String play, @RestHeader(KEY) @Nullable String key, @Nullable WordBody body) {
        return heard(play, key, body, desk::discard);
    }

    private Uni<Heard> heard(
            String play,
            @Nullable String key,
            @Nullable WordBody body,
            BiFunction<Which, Word, Uni<Optional<Answered>>> deed) {
        if (play.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.notFound("play", "of that key"));
        }
        WordBody word = body == null ? new WordBody(null, null) : body;
        String because = word.checked();
        Which which = new Which(play, word.accounts(), IdempotencyKey.checked(key));
        return identity.getDeferredIdentity()
                .chain(caller ->
                        deed.apply(which, new Word(caller.getPrincipal().getName(), because)))
                .map(answered -> answered.orElseThrow(
                        () -> IdempotencyKey.reused("Something else was said of what is held under this key.")))
                .chain(answered -> desk.held(play).map(held -> heard(play, answered, held)));
    }

    private static Heard heard(String play, Answered answered, long held) {
        Map<String, Long> became = Stream.concat(
                        answered.became().stream()
                                .map(known -> known.status().name().toLowerCase(Locale.ROOT)),
                        answered.unreadable().stream().map(episode -> Answered.UNREADABLE))
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        return new Heard(play, answered.became().size() + answered.unreadable().size(), became, held);
    }
}
