package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.octavia.table.Table;

/** The resources of Octavia, what they are called where, and what is answered of them, in Octavia's order. */
public enum Kind {
    LOAD_BALANCER(1, "loadbalancer", "Load Balancer", "load_balancer", """
            id name description provisioning_status operating_status admin_state_up project_id created_at updated_at
            vip_address vip_port_id vip_subnet_id vip_network_id additional_vips listeners pools provider flavor_id
            vip_qos_policy_id tags availability_zone tenant_id"""),
    LISTENER(2, "listener", "Listener", "listener_", """
            id name description provisioning_status operating_status admin_state_up protocol protocol_port
            connection_limit default_tls_container_ref sni_container_refs project_id default_pool_id l7policies
            insert_headers created_at updated_at loadbalancers timeout_client_data timeout_member_connect
            timeout_member_data timeout_tcp_inspect tags client_ca_tls_container_ref client_authentication
            client_crl_container_ref allowed_cidrs tls_ciphers tls_versions alpn_protocols tenant_id"""),
    POOL(3, "pool", "Pool", "pool_", """
            id name description provisioning_status operating_status admin_state_up protocol lb_algorithm
            session_persistence project_id loadbalancers listeners created_at updated_at healthmonitor_id members tags
            tls_container_ref ca_tls_container_ref crl_container_ref tls_enabled tls_ciphers tls_versions
            alpn_protocols tenant_id"""),
    MEMBER(4, "member", "Member", "member_", """
            id name operating_status provisioning_status admin_state_up address protocol_port weight backup subnet_id
            project_id created_at updated_at monitor_address monitor_port tags tenant_id"""),
    HEALTH_MONITOR(5, "healthmonitor", "Health Monitor", "health_monitor_", """
            id name type delay timeout max_retries max_retries_down http_method url_path expected_codes admin_state_up
            project_id pools provisioning_status operating_status created_at updated_at tags http_version domain_name
            tenant_id"""),
    L7_POLICY(6, "l7policy", "L7 Policy", "l7policy_", """
            id name description provisioning_status operating_status admin_state_up project_id action listener_id
            redirect_pool_id redirect_url redirect_prefix position rules created_at updated_at tags redirect_http_code
            tenant_id"""),
    L7_RULE(7, "l7rule", "L7 Rule", "rule_", """
            id type compare_type key value invert provisioning_status operating_status created_at updated_at project_id
            admin_state_up tags tenant_id"""),
    FLAVOR_PROFILE(8, "flavorprofile", "Flavor Profile", "flavor_profile_", "id name provider_name flavor_data"),
    FLAVOR(9, "flavor", "Flavor", "flavor_", "id name description enabled flavor_profile_id"),
    ZONE_PROFILE(
            10,
            "availabilityzoneprofile",
            "Availability Zone Profile",
            "availability_zone_profile_",
            "id name provider_name availability_zone_data"),
    ZONE(
            11,
            "availabilityzone",
            "Availability Zone",
            "availability_zone_",
            "name description enabled availability_zone_profile_id"),
    AMPHORA(12, "amphora", "Amphora", "amphora_", """
            id loadbalancer_id compute_id lb_network_ip vrrp_ip ha_ip vrrp_port_id ha_port_id cert_expiration cert_busy
            role status vrrp_interface vrrp_id vrrp_priority cached_zone created_at updated_at image_id
            compute_flavor""");

    private final int idPrefix;
    private final String group;
    private final String title;
    private final String argument;
    private final String answered;
    private final String wrapper;
    private final String collection;
    private final String links;

    Kind(int idPrefix, String group, String title, String argument, String answered) {
        this.idPrefix = idPrefix;
        this.group = group;
        this.title = title;
        this.argument = argument;
        this.answered = answered;
        this.wrapper = Table.answered(group + ".show", "wrapper");
        this.collection = Table.answered(group + ".list", "collection");
        this.links = Table.answered(group + ".list", "links");
    }

    /** What the names of its operations begin with. */
    public String group() {
        return group;
    }

    /** Name of the object in bodies. */
    public String wrapper() {
        return wrapper;
    }

    /** Name of the list in bodies. */
    public String collection() {
        return collection;
    }

    /** Name of the list of links to other pages. */
    public String links() {
        return links;
    }

    /** Name in messages. */
    public String title() {
        return title;
    }

    /** Name of the body in messages. */
    public String argument() {
        return argument;
    }

    /** Begins every id, so that a log shows what an id is of. */
    public int idPrefix() {
        return idPrefix;
    }

    /** Names of the attributes that are answered, with blanks between. */
    String answered() {
        return answered;
    }

    /** Whether changes of it lock a load balancer. */
    public boolean isInTree() {
        return idPrefix <= L7_RULE.idPrefix;
    }
}
