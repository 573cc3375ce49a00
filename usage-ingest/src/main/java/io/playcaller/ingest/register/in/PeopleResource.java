package io.playcaller.ingest.register.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.Profile;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.person.in.PersonPath;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.People;
import io.playcaller.ingest.register.in.Puts.Put;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.playcaller.ingest.rights.app.ErasureService;
import io.playcaller.ingest.rights.in.ReceiptView;
import io.playcaller.ingest.source.in.KeyRoles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The customer's people, by the id that the product calls them. Their names go to {@code people} and nowhere else. */
@Path("/v1/people/{userId}")
@Tag(name = "register")
public class PeopleResource {

    private final People people;
    private final PersonIndex index;
    private final PersonIndex rehearsedIndex;
    private final ErasureService erasures;
    private final RegisterOrigin origins;
    private final Puts puts;

    PeopleResource(
            People people,
            PersonIndex index,
            @Rehearsed PersonIndex rehearsedIndex,
            ErasureService erasures,
            RegisterOrigin origins,
            Puts puts) {
        this.people = people;
        this.index = index;
        this.rehearsedIndex = rehearsedIndex;
        this.erasures = erasures;
        this.origins = origins;
        this.puts = puts;
    }

    /**
     * A person as stored.
     *
     * @param personId under which the log knows them; not told to a test key
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonView(
            String userId,
            @Nullable String personId,
            long version,
            @Nullable String accountId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            ContactRole role,
            boolean active,
            boolean mayContact) {

        static PersonView of(String userId, Person person) {
            return of(userId, person.personId(), person);
        }

        static PersonView rehearsed(String userId, Person person) {
            return of(userId, null, person);
        }

        private static PersonView of(String userId, @Nullable String personId, Person person) {
            Profile profile = person.profile();
            return new PersonView(
                    userId,
                    personId,
                    person.version(),
                    profile.accountId(),
                    profile.name(),
                    profile.email(),
                    profile.title(),
                    profile.role(),
                    profile.active(),
                    profile.mayContact());
        }
    }

    @PUT
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Stores a person: accountId, name, email, title, role, active, mayContact",
            description =
                    "Without mayContact what was said of it before holds; nobody is written to before somebody said it.")
    public Uni<PersonView> put(
            @PathParam("userId") String userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return puts.take(
                new Put("userId", userId, seen, runId),
                body,
                read -> DoorJson.parse(read).then(json -> RegisterReader.person(userId, json)),
                (entry, seenVersion, origin) -> personId(userId, origin)
                        .flatMap(personId ->
                                people.change(personId, new PersonChange.Replaced(entry), seenVersion, origin))
                        .map(result -> Step.kept(view(userId, result, origin))));
    }

    @GET
    @RolesAllowed({KeyRoles.REGISTER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The person as stored")
    public Uni<PersonView> get(@PathParam("userId") String userId) {
        return known(userId)
                .flatMap(people::find)
                .map(found -> found.filter(person -> person.version() > 0)
                        .map(person -> PersonView.of(userId, person))
                        .orElseThrow(() -> unknown(userId)));
    }

    @DELETE
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Forgets a person, and says what became of each place that held something about them",
            description = "kind: user (default) or anonymous. Asked for again, it is answered with the same receipt")
    public Uni<ReceiptView> erase(
            @PathParam("userId") String userId,
            @QueryParam(PersonPath.KIND) @DefaultValue(PersonPath.USER) String kind) {
        ExternalId id = PersonPath.of(kind, userId);
        return origins.asked()
                .flatMap(asked -> erasures.erase(id, asked.by()))
                .map(receipt -> receipt.map(ReceiptView::of).orElseThrow(() -> PersonPath.unknown(id)));
    }

    private Uni<String> known(String userId) {
        return index.find(ExternalId.user(PathId.require("userId", userId)))
                .map(found -> found.map(PersonRef::personId).orElseThrow(() -> unknown(userId)));
    }

    private static ProblemException unknown(String userId) {
        return new ProblemException(Problem.notFound("person", userId));
    }

    private Uni<String> personId(String userId, Origin origin) {
        ExternalId id = ExternalId.user(userId);
        return (origin.rehearsed() ? rehearsedIndex : index)
                .resolve(List.of(id))
                .map(found -> {
                    PersonRef person = Objects.requireNonNull(found.get(id));
                    return person.personId();
                });
    }

    private static PersonView view(String userId, People.Result result, Origin origin) {
        if (result instanceof People.Result.Outdated outdated) {
            throw SeenVersion.outdated(userId, outdated.stored(), outdated.seen());
        }
        Person person = ((People.Result.Stored) result).person();
        return origin.rehearsed() ? PersonView.rehearsed(userId, person) : PersonView.of(userId, person);
    }
}
