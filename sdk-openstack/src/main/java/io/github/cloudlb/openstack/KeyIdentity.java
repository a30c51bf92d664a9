package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.openstack.Token.CatalogEntry;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Somebody with an access key, in a project. Keystone is asked, signed, for what is not known: the project's id, the catalog. */
final class KeyIdentity implements Identity {
    static final String PROJECT = "X-Project-Id";

    private final Signature signature;
    private final Who project;
    private final Optional<ApiClient> keystone;
    private volatile @Nullable String projectId;

    KeyIdentity(Signature signature, Who project, Optional<ApiClient> keystone) {
        this.signature = signature;
        this.project = project;
        this.keystone = keystone;
        this.projectId = project.id();
        InvalidInputException.require(
                project.id() != null || keystone.isPresent(),
                "project",
                project,
                "without authUrl, where it could be looked up, its id is");
    }

    @Override
    public void addTo(Outgoing outgoing, CallState call) {
        outgoing.header(PROJECT, project(call));
        signature.addTo(outgoing, call);
    }

    @Override
    public boolean renew(CallState call) {
        return signature.renew(call);
    }

    @Override
    public void refusedWith(Answer answer) {
        signature.refusedWith(answer);
    }

    @Override
    public List<CatalogEntry> catalog(CallState call) {
        return keystone.orElseThrow().within(call).send(new Catalog.GetCatalog(Optional.of(project(call))));
    }

    @Override
    public Optional<String> projectId(CallState call) {
        return Optional.of(project(call));
    }

    private String project(CallState call) {
        String id = projectId;
        if (id == null) {
            String name = String.valueOf(project.name());
            List<String> found = keystone.orElseThrow().within(call).send(new FindProject(name));
            InvalidInputException.require(
                    found.size() == 1,
                    "project",
                    name,
                    found.isEmpty()
                            ? "one that the access key's owner is in is"
                            : "it is there several times; an id is");
            id = found.get(0);
            projectId = id;
        }
        return id;
    }
}
