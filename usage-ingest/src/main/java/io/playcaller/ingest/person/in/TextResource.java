package io.playcaller.ingest.person.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.contracts.register.SaidIn;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.SaidFilter;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.person.app.Texts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the customer's people wrote in tickets, surveys, feedback and goals, for those who talk with them. */
@Path("/v1/texts")
@Tag(name = "people")
@RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN})
public class TextResource {

    private final Texts texts;
    private final PersonIndex people;

    TextResource(Texts texts, PersonIndex people) {
        this.texts = texts;
        this.people = people;
    }

    @GET
    @Operation(
            summary = "What people wrote, the newest first",
            description = "account, user, ticket, survey, feedback or objective: at least one, of the last four one")
    public Uni<Page<PersonSaid>> list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("user") @Nullable String user,
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("survey") @Nullable String survey,
            @QueryParam("feedback") @Nullable String feedback,
            @QueryParam("objective") @Nullable String objective,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<SaidIn, String> refs = refs(ticket, survey, feedback, objective);
        if (account == null && user == null && refs.isEmpty()) {
            throw new ProblemException(Problem.badField(
                    "field.missing", "account", "account, user, ticket, survey, feedback or objective", "absent"));
        }
        if (refs.size() > 1) {
            throw new ProblemException(Problem.badField(
                    "field.invalid",
                    "survey",
                    "one of ticket, survey, feedback and objective",
                    refs.size() + " of them"));
        }
        Texts.Position after = Cursor.read(cursor, TextResource::position);
        SaidIn in = refs.isEmpty() ? null : refs.keySet().iterator().next();
        String ref = in == null ? null : refs.get(in);
        return personId(user)
                .flatMap(person -> texts.newest(new SaidFilter(account, person, in, ref), after, limit + 1))
                .map(found -> Page.of(found, limit, TextResource::cursor));
    }

    private static Cursor cursor(PersonSaid last) {
        return new Cursor(last.saidAt().toString(), last.textId());
    }

    private static Texts.Position position(String saidAt, String textId) {
        return new Texts.Position(Instant.parse(saidAt), UUID.fromString(textId).toString());
    }

    private static Map<SaidIn, String> refs(
            @Nullable String ticket, @Nullable String survey, @Nullable String feedback, @Nullable String objective) {
        Map<SaidIn, String> refs = new EnumMap<>(SaidIn.class);
        put(refs, SaidIn.TICKET, ticket);
        put(refs, SaidIn.SURVEY, survey);
        put(refs, SaidIn.FEEDBACK, feedback);
        put(refs, SaidIn.OBJECTIVE, objective);
        return refs;
    }

    private static void put(Map<SaidIn, String> refs, SaidIn in, @Nullable String ref) {
        if (ref != null) {
            refs.put(in, ref);
        }
    }

    /** Null without a user; 404 for one whom nobody knows. */
    private Uni<@Nullable String> personId(@Nullable String user) {
        return user == null
                ? Uni.createFrom().nullItem()
                : people.find(ExternalId.user(user))
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound("person", user)))
                                .personId());
    }
}
