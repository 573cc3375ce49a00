package io.playcaller.ingest.letter.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.ingest.letter.Letter;
import io.playcaller.ingest.letter.LetterFilter;
import io.playcaller.ingest.letter.LetterHead;
import io.playcaller.ingest.letter.LetterState;
import io.playcaller.ingest.letter.Replayed;
import io.playcaller.ingest.letter.app.LetterReplay;
import io.playcaller.ingest.letter.app.LetterWays;
import io.playcaller.ingest.letter.app.Letters;
import io.playcaller.ingest.letter.in.LetterViews.Brief;
import io.playcaller.ingest.letter.in.LetterViews.RoundView;
import io.playcaller.ingest.letter.in.LetterViews.Whole;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dead letters of all services: found, read, mended, replayed. They may hold personal data. */
@Path("/v1/dead-letters")
@Tag(name = "dead letters")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class LetterResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(60);

    private final Letters letters;
    private final LetterReplay replay;
    private final LetterWays ways;
    private final CurrentIdentityAssociation identity;

    LetterResource(Letters letters, LetterReplay replay, LetterWays ways, CurrentIdentityAssociation identity) {
        this.letters = letters;
        this.replay = replay;
        this.ways = ways;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "Dead letters, the newest first",
            description =
                    "place: http, kafka, register, health, router, forecast or unknown; state: waiting, replaying,"
                            + " refused, accepted, duplicate, republished or erased; since and until: when it came in")
    public Uni<Page<Brief>> list(
            @QueryParam("place") @Nullable String place,
            @QueryParam("source") @Nullable String source,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("account") @Nullable String account,
            @QueryParam("state") @Nullable String state,
            @QueryParam("since") @Nullable String since,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        LetterFilter filter = new LetterFilter(
                LetterQuestions.place(place),
                LetterQuestions.orNull(source),
                LetterQuestions.orNull(reason),
                LetterQuestions.orNull(account),
                LetterQuestions.state(state),
                LetterQuestions.time("since", since),
                LetterQuestions.time("until", until));
        return letters.newest(filter, LetterQuestions.cursor(cursor), limit + 1)
                .map(found -> Page.of(found, limit, LetterResource::cursor).map(Brief::of));
    }

    private static Cursor cursor(LetterHead last) {
        return new Cursor(last.receivedAt().toString(), last.letterId());
    }

    @GET
    @Path("/{letterId}")
    @Operation(summary = "A dead letter, whole, with what became of each replay")
    public Uni<Whole> get(@PathParam("letterId") String letterId) {
        return find(letterId).map(letter -> Whole.of(letter, ways));
    }

    @POST
    @Path("/{letterId}/replay")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Replays a dead letter, as it came or with a correction",
            description =
                    "{payload: a text or JSON, contentType, attributes}, each optional; an empty body replays it as"
                            + " it came. One that was replayed to its end is answered as it stands")
    public Uni<Whole> replay(@PathParam("letterId") String letterId, byte @Nullable [] body) {
        Correction correction = LetterQuestions.correction(body);
        return find(letterId)
                .flatMap(letter -> letter.head().state().open()
                        ? replay(letter, correction)
                        : Uni.createFrom().item(() -> ended(letter, correction)));
    }

    private Uni<Whole> replay(Letter letter, @Nullable Correction correction) {
        return identity.getDeferredIdentity()
                .flatMap(caller -> replay.replay(
                                List.of(letter),
                                correction,
                                caller.getPrincipal().getName())
                        .onFailure()
                        .transform(fault -> unavailable("what is needed does not answer")))
                .invoke(answers -> requireEnded(answers.get(0)))
                .chain(() -> get(letter.head().letterId()));
    }

    private Whole ended(Letter letter, @Nullable Correction correction) {
        if (correction != null) {
            throw new ProblemException(Problem.conflict(
                    "letter.done", "it is " + letter.head().state().word() + ": there is nothing left to correct"));
        }
        return Whole.of(letter, ways);
    }

    private static void requireEnded(Replayed answer) {
        if (answer instanceof Replayed.Impossible no) {
            throw new ProblemException(Problem.conflict("letter.not-replayable", no.why()));
        }
        if (answer instanceof Replayed.InWork) {
            throw new ProblemException(
                    Problem.conflict("letter.in-work", "another replay of it, or of its event, has not ended"));
        }
        if (answer instanceof Replayed.Ended ended && ended.became().state() == LetterState.WAITING) {
            throw unavailable(String.valueOf(ended.became().detail()));
        }
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Replays the letters that a filter finds, the oldest first; or counts them",
            description =
                    "{reason, source, place, account, since, until, state, limit, cursor, preview}: at least one of"
                            + " the first six. With preview only the counts; else at most limit letters (100), and next"
                            + " for more")
    public Uni<RoundView> replay(byte[] body) {
        LetterQuestions.Round round = LetterQuestions.round(body);
        return round.preview()
                ? letters.count(round.filter()).map(RoundView::preview)
                : letters.oldest(round.filter(), round.after(), round.limit()).flatMap(found -> replay(found, round));
    }

    private Uni<RoundView> replay(List<Letter> found, LetterQuestions.Round round) {
        return identity.getDeferredIdentity()
                .flatMap(caller ->
                        replay.replay(found, null, caller.getPrincipal().getName()))
                .onFailure()
                .transform(fault -> unavailable("what is needed does not answer"))
                .map(answers -> RoundView.of(answers, next(found, answers.size(), round.limit())));
    }

    /** Null when everything that was found was tried, and there may be no more. */
    private static @Nullable String next(List<Letter> found, int tried, int limit) {
        return tried == 0 || (tried == found.size() && found.size() < limit)
                ? null
                : cursor(found.get(tried - 1).head()).text();
    }

    private Uni<Letter> find(String letterId) {
        return letters.find(letterId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound("letter", letterId))));
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(Problem.unavailable(why + "; replay it again", RETRY_AFTER));
    }
}
