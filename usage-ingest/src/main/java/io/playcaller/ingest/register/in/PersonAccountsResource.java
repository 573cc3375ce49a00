package io.playcaller.ingest.register.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.person.Edge;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.person.in.PersonPath;
import io.playcaller.ingest.register.app.People;
import io.playcaller.ingest.register.in.RegisterOrigin.Asked;
import io.playcaller.ingest.source.in.KeyRoles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which accounts a person is and was of, and who said so. */
@Path("/v1/people/{userId}/accounts")
@Tag(name = "register")
public class PersonAccountsResource {

    private final People people;
    private final PersonIndex index;
    private final RegisterOrigin origins;

    PersonAccountsResource(People people, PersonIndex index, RegisterOrigin origins) {
        this.people = people;
        this.index = index;
        this.origins = origins;
    }

    /**
     * @param accountId where events of theirs that name no account go; null while nobody has said it, and such events wait
     * @param accounts the newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountsView(
            String userId, String personId, @Nullable String accountId, List<EdgeView> accounts) {}

    /**
     * @param by {@code event}, {@code register} or {@code domain}
     * @param source who said it; of a domain the domain
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EdgeView(
            String accountId,
            String by,
            String source,
            Instant since,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {

        static EdgeView of(Edge.Dated dated) {
            Edge edge = dated.edge();
            return new EdgeView(
                    edge.accountId(), edge.by().word(), edge.source(), edge.since(), dated.endedAt(), dated.endedBy());
        }
    }

    @GET
    @RolesAllowed({KeyRoles.REGISTER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Which accounts the person is and was of, since when, and who said so",
            description = "kind: user (default) or anonymous")
    public Uni<AccountsView> accounts(
            @PathParam("userId") String userId,
            @QueryParam(PersonPath.KIND) @DefaultValue(PersonPath.USER) String kind) {
        return person(kind, userId).flatMap(person -> view(userId, person));
    }

    @DELETE
    @Path("/{accountId}")
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Ends that the person is of an account, from now on",
            description = "What was accepted before stays where it went. Where a domain had said it, no domain says an"
                    + " account again until somebody else did. kind: user (default) or anonymous")
    public Uni<AccountsView> leave(
            @PathParam("userId") String userId,
            @PathParam("accountId") String accountId,
            @QueryParam(PersonPath.KIND) @DefaultValue(PersonPath.USER) String kind) {
        String account = PathId.require("accountId", accountId);
        return person(kind, userId).flatMap(person -> {
            if (!person.belonging().accountIds().contains(account)) {
                throw new ProblemException(Problem.notFound("account of " + userId, account));
            }
            return origins.asked()
                    .flatMap(asked -> leave(person, account, asked))
                    .flatMap(after -> view(userId, after));
        });
    }

    private Uni<Person> leave(Person person, String account, Asked asked) {
        PersonChange left = new PersonChange.Left(account, asked.by());
        return people.change(person.personId(), left, OptionalLong.empty(), asked.origin())
                .map(result -> ((People.Result.Stored) result).person());
    }

    private Uni<Person> person(String kind, String userId) {
        ExternalId id = PersonPath.of(kind, userId);
        return index.find(id)
                .map(found -> found.orElseThrow(() -> PersonPath.unknown(id)))
                .flatMap(ref -> people.find(ref.personId()))
                .map(found -> found.orElseThrow(() -> PersonPath.unknown(id)));
    }

    private Uni<AccountsView> view(String userId, Person person) {
        return people.edges(person.personId())
                .map(edges -> new AccountsView(
                        userId,
                        person.personId(),
                        person.belonging().accountId(),
                        edges.stream().map(EdgeView::of).toList()));
    }
}
