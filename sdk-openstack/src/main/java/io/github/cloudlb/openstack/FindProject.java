package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.JsonReader;

import java.util.List;

/**
 * Asks for the ids of the projects of a name.
 *
 * @see <a href="https://docs.openstack.org/api-ref/identity/v3/#list-projects">List projects</a>
 */
record FindProject(String name) implements Request<List<String>> {
    @Override
    public Wire<List<String>> wire(Dialect dialect) {
        return Message.get("projects")
                .query("name", name)
                .answer(answer -> Catalog.readList(answer, dialect, "projects", JsonReader::ids));
    }
}
