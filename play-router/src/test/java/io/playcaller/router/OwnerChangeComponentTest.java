package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.owners.app.OwnerChanges;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open tasks of accounts that the register gives to somebody else. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class OwnerChangeComponentTest {

    private final OwnerChanges changes;
    private RouterWorld world;

    OwnerChangeComponentTest(OwnerChanges changes) {
        this.changes = changes;
    }

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anOpenTaskFollowsItsAccountAndIsLoggedOnce() {
        // Given
        world.execute("""
                insert into account (account_id, name, owners_version, owners) values ('owners-1', 'Acme', 2,
                    '[{"role": "csm", "staffId": "ana", "from": "2020-01-01"}]')""");
        world.say(Signals.of("owners-1").owner("csm", "ana").build());
        String task = world.awaitTask("owners-1").get("taskId").asText();
        assertThat(assignee(task)).isEqualTo("ana");

        // When
        world.execute("""
                update account set owners_version = 3, owners =
                    '[{"role": "csm", "staffId": "ana", "from": "2020-01-01", "until": "2020-06-01"},
                      {"role": "csm", "staffId": "ben", "from": "2020-06-01"}]'
                where account_id = 'owners-1'""");
        changes.next().await().atMost(RouterWorld.SOON);
        changes.next().await().atMost(RouterWorld.SOON);

        // Then: unless the service itself, which looks each minute, has it just now and passes it on
        RouterWorld.await(() -> assignee(task), "ben"::equals);
        assertThat(world.count("select count(*) from task_log where task_id = '" + task
                        + "' and note = 'The register names another owner of the account.'"))
                .isEqualTo(1L);
    }

    private static String assignee(String task) {
        return RouterWorld.task(task).at("/assignee/staffId").asText();
    }
}
