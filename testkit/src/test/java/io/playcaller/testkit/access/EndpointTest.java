package io.playcaller.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointTest {

    @Test
    void readsMethodPathAndRoles() {
        List<Endpoint> table = Endpoint.table(List.of(
                "method,path,roles",
                "# people",
                "",
                "GET,/v1/tasks,viewer csm lead",
                "POST,/v1/track,key:events",
                "PUT,/v1/accounts/{id},key:register admin",
                "GET,/v1/forgotten,nobody",
                "POST,/v1/tokens,public"));

        assertThat(table)
                .containsExactly(
                        new Endpoint("GET", "/v1/tasks", Set.of("viewer", "csm", "lead")),
                        new Endpoint("POST", "/v1/track", Set.of("key:events")),
                        new Endpoint("PUT", "/v1/accounts/{id}", Set.of("key:register", "admin")),
                        new Endpoint("GET", "/v1/forgotten", Set.of("nobody")),
                        new Endpoint("POST", "/v1/tokens", Set.of("public")));
    }

    @Test
    void everyLineThatCannotBeReadIsSaid() {
        assertThatThrownBy(() -> Endpoint.table(List.of(
                        "GET,/a,viewer", "GET,/a,csm", "GET,/b", "GET,/c,boss", "GET,/d,", "GET,/e,public csm")))
                .hasMessageContaining("line 2: GET /a stands here twice")
                .hasMessageContaining("line 3: expected method,path,roles, got GET,/b")
                .hasMessageContaining("line 4: expected public, signed, nobody or some of")
                .hasMessageContaining("line 5: ")
                .hasMessageContaining("line 6: ");
    }
}
