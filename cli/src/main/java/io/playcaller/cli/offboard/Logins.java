package io.playcaller.cli.offboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.http.Url;
import io.playcaller.quickstart.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may log in at the console. */
record Logins(Session session) {

    private static final String USERS = "/v1/users/";

    /** One of them, as the console has it. */
    record Login(JsonNode user) {

        String email() {
            return user.path("email").asText();
        }

        /** By the staff id, where it has one, else by the address. */
        private boolean isOf(String staffId, String address) {
            return user.hasNonNull("staffId")
                    ? user.path("staffId").asText().equals(staffId)
                    : (USERS + email()).equalsIgnoreCase(address);
        }

        /** The same, switched off. */
        private Map<String, Object> ended() {
            Map<String, Object> wanted = new LinkedHashMap<>();
            wanted.put("name", user.path("name").asText());
            if (user.hasNonNull("staffId")) {
                wanted.put("staffId", user.path("staffId").asText());
            }
            wanted.put("roles", user.path("roles"));
            wanted.put("active", false);
            return wanted;
        }
    }

    /**
     * Those of somebody that are not switched off.
     *
     * @param address of a login by their e-mail address: {@code /v1/users/{email}}
     */
    List<Login> of(String staffId, String address) {
        List<Login> found = new ArrayList<>();
        for (JsonNode user : session.get(Service.CONSOLE, "/v1/users")
                .orRefused(Service.CONSOLE)
                .path("items")) {
            Login login = new Login(user);
            if (user.path("active").asBoolean() && login.isOf(staffId, address)) {
                found.add(login);
            }
        }
        return found;
    }

    /** Ends its sessions, too. */
    void switchOff(Login login) {
        session.put(Service.CONSOLE, USERS + Url.part(login.email()), login.ended())
                .orRefused(Service.CONSOLE);
    }
}
