package io.playcaller.router.staff;

import io.playcaller.contracts.register.Owner;
import java.util.List;
import java.util.UUID;

/**
 * For what a person is looked for.
 *
 * @param role wanted
 * @param owners of the account
 * @param atOnce it comes at once, however full a day is: it is critical, or somebody else had it
 * @param minutes estimated work
 * @param draw decides between equals, so that a replay chooses the same
 */
public record Ask(String role, List<Owner> owners, Customer customer, boolean atOnce, int minutes, UUID draw) {

    public Ask {
        owners = List.copyOf(owners);
    }

    /** Somebody who is only told something: it takes no room of their day. */
    static Ask toTell(String role, List<Owner> owners, UUID draw) {
        return new Ask(role, owners, Customer.UNKNOWN, true, 0, draw);
    }
}
