// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.Locale;

/**
 * Codes of findings about certificates, metadata and connections. The set is closed; the
 * meaning of a code does not change.
 */
public enum FindingCode {

	/** The metadata is past its {@code validUntil}. */
	METADATA_EXPIRED(Severity.ERROR, "The metadata is past its `validUntil`.",
			"Get the metadata from the IdP again; if it is still this one, its administrator has to renew it."),

	/** The metadata cannot be read. */
	METADATA_INVALID(Severity.ERROR, "The metadata cannot be read.",
			"Get the metadata from the IdP again, as a file, and pass it on as it is."),

	/**
	 * An optional value of the metadata is unreadable or malformed.
	 */
	METADATA_VALUE_INVALID(Severity.WARNING,
			"A value of the metadata is ignored because it is unreadable, or used although it is malformed.",
			"Have the IdP's administrator correct the metadata: other readers may reject all of it."),

	/** There is no entity ID. */
	ENTITY_ID_MISSING(Severity.ERROR, "There is no entity ID.", "Take the entity ID from the IdP's metadata."),

	/** There is no SSO URL. */
	SSO_URL_MISSING(Severity.ERROR, "There is no SSO URL.", "Take the SSO URL from the IdP's metadata."),

	/** No SSO URL is for a binding that service providers use. */
	SSO_BINDING_UNKNOWN(Severity.ERROR, "No SSO URL is for HTTP-Redirect or HTTP-POST.",
			"Have the IdP's administrator switch one of these bindings on."),

	/** An SSO URL is not an absolute URL of a web page. */
	SSO_URL_INVALID(Severity.ERROR, "An SSO URL is not a URL that a browser can open.",
			"Take the SSO URL from the IdP's metadata, with its https:// in front."),

	/** An SSO URL is not https. */
	SSO_URL_NOT_HTTPS(Severity.ERROR, "An SSO URL is http: an attacker on the network path can replace the login page.",
			"Use the https URL of the IdP; if it has none, its administrator has to set one up."),

	/** The host of an SSO URL is local or private. */
	SSO_URL_PRIVATE(Severity.ERROR,
			"The host of an SSO URL is the local machine of the user, or within a private network. "
					+ "A warning if the host has a name, such as `adfs.corp.local`.",
			"Ask the IdP's administrator for the URL for users outside its network."),

	/** The host of an SSO URL is not ASCII. */
	SSO_URL_NOT_ASCII(Severity.WARNING, "The host of an SSO URL is not ASCII, and programs convert it differently.",
			"Write the host of the URL in its ASCII form, xn--…, as in the DNS."),

	/** There is no signing certificate. */
	SIGNING_CERTIFICATE_MISSING(Severity.ERROR, "There is no signing certificate: no sign-in can be verified.",
			"Get the certificate that the IdP signs with from its administrator, and add it."),

	/** A certificate cannot be read. */
	CERTIFICATE_INVALID(Severity.ERROR,
			"A certificate cannot be read. A warning in metadata with another readable certificate.",
			"Get the certificate from the IdP again, as PEM or base64, and pass it on as it is."),

	/** A certificate was read although its form is unusual. */
	CERTIFICATE_FORM_UNUSUAL(Severity.WARNING,
			"A certificate was read, but its form is unusual: PEM or multiple certificates in an element of metadata, "
					+ "base64 of PEM.",
			"Pass the certificate on as PEM; other programs may not be able to read this form."),

	/** A certificate is the issuer of another certificate beside it. */
	CERTIFICATE_ISSUER(Severity.INFO,
			"A certificate in metadata is the issuer of another certificate beside it: it is part of a chain, and not a signing certificate.",
			"Nothing to do, unless the IdP signs with this certificate after all: then add it by itself."),

	/** A certificate has expired. */
	CERTIFICATE_EXPIRED(Severity.ERROR,
			"A certificate has expired. A warning if another certificate is valid for longer than the shorter threshold.",
			"Ask the IdP's administrator which certificate it signs with now, add that one and remove this one."),

	/** A certificate is not valid yet. */
	CERTIFICATE_NOT_YET_VALID(Severity.ERROR,
			"A certificate is not valid yet. A warning if another certificate is valid for longer than the shorter threshold.",
			"Keep the certificate that the IdP signs with now beside it until this one is valid."),

	/** A certificate expires within the threshold. */
	CERTIFICATE_EXPIRING(Severity.WARNING,
			"A certificate expires within 30 days. An error within 7 days, unless another certificate is valid for longer.",
			"Ask the IdP's administrator for the next certificate, and add it before the IdP switches to it."),

	/** A key is too short. */
	KEY_WEAK(Severity.WARNING, "A key is weak: RSA or DSA with less than 2048 bits, EC with less than 256.",
			"Ask the IdP's administrator to sign with a longer key: RSA with 2048 bits or more, or EC with 256."),

	/** A certificate is signed with a broken hash. */
	CERTIFICATE_SIGNATURE_WEAK(Severity.WARNING,
			"A certificate is signed with MD5, SHA-1 or older. Information only if it is self-signed.",
			"The signature of an IdP's certificate is not verified, so nothing depends on it. "
					+ "Check that the IdP signs its assertions with SHA-256, and renew the certificate when it is due."),

	/** A certificate occurs more than once. */
	CERTIFICATE_DUPLICATE(Severity.WARNING, "The same certificate occurs twice.",
			"Remove one of them: the number of certificates is limited."),

	/** The attribute of the e-mail address is not mapped. */
	EMAIL_MAPPING_MISSING(Severity.WARNING, "No attribute is mapped to the e-mail address.",
			"Map the attribute in which the IdP sends the e-mail address."),

	/** An attribute looks like a friendly name. */
	ATTRIBUTE_NAME_FRIENDLY(Severity.WARNING,
			"An attribute's name looks like a friendly name where IdPs of this kind send a URI.",
			"Look at an assertion of the IdP, and map the attribute's 'Name', not its 'FriendlyName'."),

	/** There are more certificates than the vendor takes. */
	TOO_MANY_CERTIFICATES(Severity.ERROR, "There are more certificates than the vendor takes (five at Clerk).",
			"Remove certificates that have expired or that the IdP no longer signs with."),

	/** The metadata describes multiple IdPs. */
	METADATA_AMBIGUOUS(Severity.WARNING, "The metadata describes multiple IdPs: the choice of the vendor is not known.",
			"Pass on the metadata of one IdP."),

	/** The metadata has multiple signing certificates, and the vendor uses one. */
	CERTIFICATES_AMBIGUOUS(Severity.WARNING,
			"The metadata has multiple signing certificates, and the vendor uses one: its choice is not known.",
			"Set the certificate that the IdP signs with now in place of the metadata, or pass on metadata with this one."),

	/** A URL that the vendor fetches from is invalid or private. */
	URL_UNREACHABLE(Severity.ERROR,
			"The vendor cannot fetch from a URL: it is invalid, or its host is within a private network. "
					+ "A warning if the host has a name, such as `adfs.corp.local`.",
			"Use a URL that is reachable from the Internet, or pass on the document itself."),

	/** A URL that the vendor fetches from is not https. */
	URL_NOT_HTTPS(Severity.WARNING,
			"The vendor fetches from a URL that is not https: an attacker on the network path can replace the IdP.",
			"Use the https URL of the document, or pass on the document itself."),

	/** The IdP does not support the binding that the vendor uses. */
	SSO_BINDING_UNAVAILABLE(Severity.WARNING,
			"The IdP's metadata offers no SSO URL for the binding that the vendor uses.",
			"Set the binding that the IdP offers where the vendor has a setting for it; "
					+ "otherwise ask the IdP's administrator to switch HTTP-Redirect on."),

	/** The IdP wants signed requests, and the vendor does not sign them. */
	SIGNED_REQUESTS_WANTED(Severity.WARNING,
			"The IdP's metadata wants authentication requests to be signed, and the vendor does not sign them.",
			"Switch signed requests on where the vendor has a setting for it, and give the IdP the certificate to verify "
					+ "them with; otherwise ask the IdP's administrator to accept unsigned requests."),

	/** The metadata overrides a field. */
	OVERRIDDEN_BY_METADATA(Severity.WARNING, "A field is set, and the metadata overrides it.",
			"Leave the field out, or leave the metadata out."),

	/** A connection is to be active without settings of the IdP. */
	ACTIVE_WITHOUT_METADATA(Severity.ERROR,
			"The connection is to be active, and has neither metadata nor all settings of the IdP.",
			"Add the metadata, or entity ID, SSO URL and certificate of the IdP, and activate the connection then."),

	/** OIDC endpoints are missing. */
	OIDC_ENDPOINTS_MISSING(Severity.ERROR, "An OIDC connection has neither a discovery URL nor all endpoints.",
			"Enter the IdP's discovery URL, which ends in /.well-known/openid-configuration, or all of its endpoints."),

	/** OIDC endpoints are set beside the discovery URL. */
	OIDC_ENDPOINTS_WITH_DISCOVERY(Severity.WARNING,
			"An OIDC connection has a discovery URL and endpoints: it depends on the vendor which of them counts.",
			"Leave the endpoints out, which the discovery URL has, or leave the discovery URL out."),

	/** An OIDC discovery document lacks what every provider has. */
	OIDC_DISCOVERY_INCOMPLETE(Severity.ERROR, "The OIDC discovery document lacks a value that every provider has.",
			"Check the issuer with the administrator of the IdP."),

	/** An OIDC discovery document belongs to another issuer. */
	OIDC_ISSUER_DIFFERENT(Severity.ERROR, "The OIDC discovery document is of another issuer.",
			"Use the issuer that the document names, if the administrator of the IdP confirms it."),

	/** OIDC does not use PKCE. */
	OIDC_WITHOUT_PKCE(Severity.WARNING,
			"An OIDC connection does not use PKCE: an authorization code that leaks can be redeemed. "
					+ "An error at Clerk without a client secret.",
			"Require PKCE, with the method S256, unless the IdP does not support it."),

	/** There is no domain. */
	DOMAINS_MISSING(Severity.ERROR, "There is no domain: no user is sent to this IdP.",
			"Add the e-mail domains whose users sign in through the connection."),

	/** A domain is not a fully qualified name. */
	DOMAIN_NOT_QUALIFIED(Severity.ERROR, "A domain is not a fully qualified name.",
			"Write it as in an e-mail address after the @, such as acme.com, without scheme, path or wildcard."),

	/** A domain is not ASCII. */
	DOMAIN_NOT_ASCII(Severity.WARNING,
			"A domain is not ASCII, and vendors, programs and mail servers convert it differently.",
			"Write it in its ASCII form, xn--…, as in the DNS."),

	/** A domain of a public mail service. */
	PUBLIC_MAIL_DOMAIN(Severity.WARNING, "A domain belongs to a public mail service, not to a company.",
			"Remove it: all users with an address at this domain would be sent to this IdP."),

	/** A domain below which anybody can register a domain. */
	PUBLIC_SUFFIX(Severity.WARNING,
			"A domain is a public suffix, such as `co.uk`, or the domain of all tenants of a service, "
					+ "such as `onmicrosoft.com`.",
			"Enter the company's own domain, one level below."),

	/** Activation removes verified domains. */
	VERIFIED_DOMAINS_REMOVED(Severity.WARNING, "Activation will remove verified domains.",
			"Inform the users of these domains before the connection is activated.");

	private final Severity severity;

	private final String meaning;

	private final String remedy;

	FindingCode(Severity severity, String meaning, String remedy) {
		this.severity = severity;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	/**
	 * Return the code of a finding.
	 * @return the name in lower case with underscores
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the usual severity.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Return the meaning.
	 * @return a sentence, in Markdown
	 */
	public String meaning() {
		return this.meaning;
	}

	/**
	 * Return the remedy.
	 * @return a sentence
	 */
	public String remedy() {
		return this.remedy;
	}

	/**
	 * Create a finding with the usual severity.
	 * @param message the finding in a sentence that names the certificate, URL or field
	 * @return the finding
	 */
	public Finding finding(String message) {
		return finding(this.severity, message);
	}

	/**
	 * Create a finding with another severity.
	 * @param severity the severity
	 * @param message the finding in a sentence that names the certificate, URL or field
	 * @return the finding
	 */
	public Finding finding(Severity severity, String message) {
		return new Finding(severity, code(), message, this.remedy);
	}

}
