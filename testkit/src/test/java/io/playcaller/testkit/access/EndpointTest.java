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
                "POST,/v1/track,key",
                "POST,/v1/tokens,public"));

        assertThat(table)
                .containsExactly(
                        new Endpoint("GET", "/v1/tasks", Endpoint.Access.ROLES, Set.of("viewer", "csm", "lead")),
                        new Endpoint("POST", "/v1/track", Endpoint.Access.KEY, Set.of("key")),
                        new Endpoint("POST", "/v1/tokens", Endpoint.Access.PUBLIC, Set.of("public")));
    }

    @Test
    void everyLineThatCannotBeReadIsSaid() {
        assertThatThrownBy(() ->
                        Endpoint.table(List.of("GET,/a,viewer", "GET,/a,csm", "GET,/b", "GET,/c,boss", "GET,/d,")))
                .hasMessageContaining("line 2: GET /a stands here twice")
                .hasMessageContaining("line 3: expected method,path,roles, got GET,/b")
                .hasMessageContaining("line 4: expected public, key or some of")
                .hasMessageContaining("line 5: ");
    }
}
