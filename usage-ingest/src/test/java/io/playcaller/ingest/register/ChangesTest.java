package io.playcaller.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.AccountRecord;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Entry STORED = account("acme", "Acme", 4);

    @Test
    void aRecordThatComesTwiceMeetsWhatItBecameTheFirstTime() {
        List<Change> changes = Changes.inOrder(
                Map.of("account/acme", STORED),
                List.of(
                        put("acme", "Acme Corp", OptionalLong.of(4)),
                        put("acme", "Acme Corp", OptionalLong.empty()),
                        put("acme", "Acme Inc", OptionalLong.of(4)),
                        put("new", "New", OptionalLong.of(0)),
                        put("new", "Newer", OptionalLong.of(1))));

        assertThat(changes)
                .containsExactly(
                        new Change.Next(account("acme", "Acme Corp", 5)),
                        new Change.None(account("acme", "Acme Corp", 5)),
                        new Change.Outdated(5, 4),
                        new Change.Next(account("new", "New", 1)),
                        new Change.Next(account("new", "Newer", 2)));
    }

    @Test
    void rehearsedEachMeetsWhatIsStored() {
        List<Change> changes = Changes.each(
                Map.of("account/acme", STORED),
                List.of(put("acme", "Acme Corp", OptionalLong.of(4)), put("acme", "Acme", OptionalLong.of(4))));

        assertThat(changes).containsExactly(new Change.Next(account("acme", "Acme Corp", 5)), new Change.None(STORED));
    }

    private static Proposed put(String id, String name, OptionalLong seen) {
        return new Proposed(account(id, name, 0), seen);
    }

    private static Entry account(String id, String name, long version) {
        return Entry.of(new AccountRecord(id, version, name, null, null, null, null, false, List.of()));
    }
}
