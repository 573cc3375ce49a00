package io.playcaller.ingest.rights.out;

import io.playcaller.ingest.letter.PersonHash;
import io.playcaller.ingest.rights.PersonFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who a person is, as the tables say it. */
final class PersonFiles {

    /** Whichever of them an id names: what it named when it was looked up may have become another's a moment later. */
    private static final String SAME = """
            with recursive same as (
              select person_id, same_as from person where person_id = $1
              union
              select other.person_id, other.same_as
              from same cross join lateral (
                select person_id, same_as from person where person.same_as = same.person_id
                union all
                select person_id, same_as from person where person.person_id = same.same_as) other)
            """;

    private static final String LOCK = SAME + """
            select person_id from person where person_id in (select person_id from same) order by person_id for update
            """;

    private static final String READ = SAME + """
            select person_id, email,
                   array(select distinct account_id from person_edge edge where edge.person_id = person.person_id),
                   array(select external_id from person_identity known where known.person_id = person.person_id)
            from person where person_id in (select person_id from same)
            order by person_id <> $1, person_id
            """;

    private PersonFiles() {}

    /** Empty when there is no such person. */
    static Uni<Optional<PersonFile>> read(SqlClient client, UUID personId) {
        return client.preparedQuery(READ).execute(Tuple.of(personId)).map(PersonFiles::of);
    }

    /**
     * The same, locked: nobody writes a text of theirs, gives them an id or changes them until the transaction ends, and what
     * was under way before is seen.
     */
    static Uni<Optional<PersonFile>> lock(SqlConnection transaction, UUID personId) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(personId))
                .flatMap(locked -> read(transaction, personId)
                        .flatMap(found -> isMore(found, locked.size())
                                ? lock(transaction, personId)
                                : Uni.createFrom().item(found)));
    }

    /** Whom an alias made the same while the lock was waited for is not locked yet. */
    private static boolean isMore(Optional<PersonFile> found, int locked) {
        return found.isPresent() && found.get().personIds().size() > locked;
    }

    private static Optional<PersonFile> of(RowSet<Row> rows) {
        List<UUID> personIds = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (Row row : rows) {
            personIds.add(row.getUUID(0));
            hashes.add(PersonHash.of(row.getUUID(0).toString()));
            String email = row.getString(1);
            if (email != null) {
                hashes.add(PersonHash.of(email));
            }
            accounts.addAll(List.of(row.getArrayOfStrings(2)));
            for (String id : row.getArrayOfStrings(3)) {
                hashes.add(PersonHash.of(id));
            }
        }
        return personIds.isEmpty() ? Optional.empty() : Optional.of(new PersonFile(personIds, hashes, accounts));
    }

    static UUID[] ids(PersonFile person) {
        return person.personIds().toArray(UUID[]::new);
    }
}
