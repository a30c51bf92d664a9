package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class AlbAclsTest extends AlbStateTestBase {

    @Test
    void entriesAreAddedAndRemoved() throws Exception {
        jobsTakeTenSeconds();
        done("AddEntriesToAcl", "AclId=acl-1&AclEntries.1.Entry=10.0.2.0/24&AclEntries.1.Description=second");
        assertThat(entries("Status")).containsExactly("Available", "Adding");
        assertThat(code("AddEntriesToAcl", "AclId=acl-1&AclEntries.1.Entry=10.0.3.0/24"))
                .isEqualTo("400 IncorrectStatus.Acl");
        tenSecondsPass();
        assertThat(entries("Status")).containsExactly("Available", "Available");

        done("RemoveEntriesFromAcl", "AclId=acl-1&Entries.1=10.0.1.0/24");
        assertThat(entries("Status")).containsExactly("Removing", "Available");
        tenSecondsPass();
        assertThat(entries("Entry")).containsExactly("10.0.2.0/24");
    }

    @Test
    void anEntryIsThereOnce() throws Exception {
        assertThat(code("AddEntriesToAcl", "AclId=acl-1&AclEntries.1.Entry=10.0.1.0/24"))
                .isEqualTo("400 ResourceAlreadyExist.AclEntry");
        assertThat(code("AddEntriesToAcl", "AclId=acl-1&AclEntries.1.Entry=10.0.5.0/24&AclEntries.2.Entry=10.0.5.0/24"))
                .isEqualTo("400 ResourceAlreadyExist.AclEntry");
        assertThat(code("RemoveEntriesFromAcl", "AclId=acl-1&Entries.1=10.0.9.0/24"))
                .isEqualTo("404 ResourceNotFound.AclEntry");
        assertThat(code("ListAclEntries", "AclId=acl-none")).isEqualTo("404 ResourceNotFound.Acl");
    }

    @Test
    void isAssociatedWithListenersAndDissociated() throws Exception {
        jobsTakeTenSeconds();
        done("AssociateAclsWithListener", "ListenerId=lsn-http&AclIds.1=acl-unused&AclType=White");
        assertThat(relation("acl-unused")).isEqualTo("Associating");
        assertThat(code("DeleteAcl", "AclId=acl-unused")).isEqualTo("400 ResourceInUse.Acl");
        tenSecondsPass();
        assertThat(relation("acl-unused")).isEqualTo("Associated");
        assertThat(code("AssociateAclsWithListener", "ListenerId=lsn-http&AclIds.1=acl-unused&AclType=White"))
                .isEqualTo("400 ResourceInUse.Acl");

        done("DissociateAclsFromListener", "ListenerId=lsn-http&AclIds.1=acl-unused&AclIds.2=acl-1");
        assertThat(relation("acl-unused")).isEqualTo("Dissociating");
        tenSecondsPass();
        assertThat(done("ListAclRelations", "AclIds.1=acl-unused").at("/AclRelations/0/RelatedListeners"))
                .isEmpty();
        assertThat(listener("lsn-http").has("AclConfig")).isFalse();
        assertThat(code("DissociateAclsFromListener", "ListenerId=lsn-http&AclIds.1=acl-unused"))
                .isEqualTo("404 ResourceNotAssociated.Acl");
        done("DeleteAcl", "AclId=acl-unused");
    }

    @Test
    void aFailedAssociationLeavesTheListenerAsItWas() throws Exception {
        alb.jobFails("SystemBusy");
        done("AssociateAclsWithListener", "ListenerId=lsn-http&AclIds.1=acl-unused&AclType=White");

        assertThat(listener("lsn-http").at("/AclConfig/AclRelations").findValuesAsText("AclId"))
                .containsExactly("acl-1");
        assertThat(listenerStatus("lsn-http")).isEqualTo("Running");
        done("DeleteAcl", "AclId=acl-unused");
    }

    @Test
    void isRenamed() throws Exception {
        done("UpdateAclAttribute", "AclId=acl-1&AclName=branches");

        assertThat(first("ListAcls", "AclNames.1=branches", "Acls")
                        .path("AclId")
                        .asText())
                .isEqualTo("acl-1");
    }

    private String relation(String acl) throws Exception {
        return done("ListAclRelations", "AclIds.1=" + acl)
                .at("/AclRelations/0/RelatedListeners/0/Status")
                .asText();
    }

    private List<String> entries(String field) throws Exception {
        return done("ListAclEntries", "AclId=acl-1").path("AclEntries").findValuesAsText(field);
    }
}
