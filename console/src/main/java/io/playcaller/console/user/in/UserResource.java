package io.playcaller.console.user.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.console.user.PasswordRule;
import io.playcaller.console.user.User;
import io.playcaller.console.user.app.Passwords;
import io.playcaller.console.user.app.Users;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who may log in. */
@Path("/v1/users")
@RolesAllowed(Roles.ADMIN)
public class UserResource {

    private static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    private final Users users;
    private final Passwords passwords;

    UserResource(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * A user as it shall be.
     *
     * @param active true where nothing is said
     * @param password null to keep the present one
     */
    public record Wanted(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String staffId,
            @NotNull Set<String> roles,
            @Nullable Boolean active,
            @Nullable String password) {}

    @GET
    @Operation(summary = "All users")
    public Uni<Page<User>> all() {
        return users.all().map(Page::whole);
    }

    @PUT
    @Path("/{email}")
    @Operation(summary = "Makes or changes a user; a new one needs a password")
    public Uni<User> put(@PathParam("email") String address, @NotNull @Valid Wanted wanted) {
        String email = address.strip().toLowerCase(Locale.ROOT);
        refuse(email, wanted);
        boolean active = wanted.active() == null || wanted.active();
        User user = new User(email, wanted.name().strip(), wanted.staffId(), wanted.roles(), active);
        String password = wanted.password();
        Uni<Boolean> put = password == null
                ? users.put(user, null)
                : passwords.hash(password).chain(hash -> users.put(user, hash));
        return put.map(done -> {
            if (!done) {
                throw new ProblemException(Problem.badField(
                        "user.invalid", "password", PasswordRule.expected() + " for a new user", "nothing"));
            }
            return user;
        });
    }

    private static void refuse(String email, Wanted wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (!email.matches(EMAIL)) {
            faults.add(new FieldFault("email", "an e-mail address", email));
        }
        wanted.roles().stream()
                .filter(role -> !Roles.ALL.contains(role))
                .sorted()
                .forEach(role -> faults.add(new FieldFault("roles", "some of " + String.join(", ", Roles.ALL), role)));
        if (wanted.password() != null) {
            PasswordRule.fault(wanted.password())
                    .ifPresent(fault -> faults.add(new FieldFault("password", PasswordRule.expected(), fault)));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("user.invalid", faults));
        }
    }
}
