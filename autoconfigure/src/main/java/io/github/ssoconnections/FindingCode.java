// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.Locale;

/**
 * Everything that there is to find: in certificates and metadata, and in the connections
 * of a vendor. The set is closed; a code keeps its meaning.
 */
public enum FindingCode {

	/** The metadata is past its {@code validUntil}. */
	METADATA_EXPIRED(Severity.ERROR, "The metadata is past its `validUntil`.",
			"Get the metadata from the IdP again; if it is still this one, its administrator has to renew it."),

	/** The metadata cannot be read. */
	METADATA_INVALID(Severity.ERROR, "The metadata cannot be read.",
			"Get the metadata from the IdP again, as a file, and pass it on as it is."),

	/**
	 * An optional value of the metadata cannot be read, or is written as it must not be.
	 */
	METADATA_VALUE_INVALID(Severity.WARNING,
			"A value of the metadata is left out, as it cannot be read, or is read although it is written wrongly.",
			"Have the IdP's administrator correct the metadata: other readers may reject all of it."),

	/** There is no entity ID. */
	ENTITY_ID_MISSING(Severity.ERROR, "There is no entity ID.", "Take the entity ID from the IdP's metadata."),

	/** There is no SSO URL. */
	SSO_URL_MISSING(Severity.ERROR, "There is no SSO URL.", "Take the SSO URL from the IdP's metadata."),

	/** No SSO URL is for a binding that service providers use. */
	SSO_BINDING_UNKNOWN(Severity.ERROR, "No SSO URL is for HTTP-Redirect or HTTP-POST.",
			"Have the IdP's administrator switch one of these bindings on."),

	/** An SSO URL is no absolute URL of a web page. */
	SSO_URL_INVALID(Severity.ERROR, "An SSO URL is no URL that a browser can go to.",
			"Take the SSO URL from the IdP's metadata, with its https:// in front."),

	/** An SSO URL is not https. */
	SSO_URL_NOT_HTTPS(Severity.ERROR,
			"An SSO URL is http: whoever is on the way can put another login page in its place.",
			"Use the https URL of the IdP; if it has none, its administrator has to set one up."),

	/** An SSO URL leads to the own machine, or into a private network. */
	SSO_URL_PRIVATE(Severity.ERROR,
			"An SSO URL leads to the machine of whoever signs in, or into a private network. "
					+ "A warning if the host has a name, such as `adfs.corp.local`.",
			"Ask the IdP's administrator for the URL that users outside its network go to."),

	/** The host of an SSO URL is not ASCII. */
	SSO_URL_NOT_ASCII(Severity.WARNING, "The host of an SSO URL is not ASCII, and programs map it differently.",
			"Write the host of the URL in its ASCII form, xn--…, as the DNS has it."),

	/** There is no signing certificate. */
	SIGNING_CERTIFICATE_MISSING(Severity.ERROR, "There is no signing certificate: no sign-in can be verified.",
			"Get the certificate that the IdP signs with from its administrator, and add it."),

	/** A certificate cannot be read. */
	CERTIFICATE_INVALID(Severity.ERROR,
			"A certificate cannot be read. A warning in metadata with another one that can.",
			"Get the certificate from the IdP again, as PEM or base64, and pass it on as it is."),

	/** A certificate was read although it is in a form in which it must not be. */
	CERTIFICATE_FORM_UNUSUAL(Severity.WARNING,
			"A certificate is read, but is not in the form that is due: PEM or several in an element of metadata, "
					+ "base64 of PEM.",
			"Pass the certificate on as PEM; what is in this form now, others may be unable to read."),

	/** A certificate issued another one beside it. */
	CERTIFICATE_ISSUER(Severity.INFO,
			"A certificate in metadata issued another one beside it: it is part of a chain, and not one to sign with.",
			"Nothing to do, unless the IdP signs with this certificate after all: then add it by itself."),

	/** A certificate has expired. */
	CERTIFICATE_EXPIRED(Severity.ERROR,
			"A certificate has expired. A warning if another one is valid for longer than the shorter threshold.",
			"Ask the IdP's administrator which certificate it signs with now, add that one and remove this one."),

	/** A certificate is not valid yet. */
	CERTIFICATE_NOT_YET_VALID(Severity.ERROR,
			"A certificate is not valid yet. A warning if another one is valid for longer than the shorter threshold.",
			"Keep the certificate that the IdP signs with now beside it until this one is valid."),

	/** A certificate expires within the threshold. */
	CERTIFICATE_EXPIRING(Severity.WARNING,
			"A certificate expires within 30 days. An error within 7 days, unless another one is valid for longer.",
			"Ask the IdP's administrator for the next certificate, and add it before the IdP switches to it."),

	/** A key is too short. */
	KEY_WEAK(Severity.WARNING, "A key is weak: RSA or DSA with less than 2048 bits, EC with less than 256.",
			"Ask the IdP's administrator to sign with a longer key: RSA with 2048 bits or more, or EC with 256."),

	/** A certificate is signed with a broken hash. */
	CERTIFICATE_SIGNATURE_WEAK(Severity.WARNING,
			"A certificate is signed with MD5, SHA-1 or older. For information if it is self-signed.",
			"Nothing depends on it, since nobody verifies how an IdP's certificate is signed itself. "
					+ "See that the IdP signs its assertions with SHA-256, and renew the certificate when it is due."),

	/** A certificate is there more than once. */
	CERTIFICATE_DUPLICATE(Severity.WARNING, "The same certificate is there twice.",
			"Leave one of them out: each may take one of few places."),

	/** The attribute that holds the e-mail address is not mapped. */
	EMAIL_MAPPING_MISSING(Severity.WARNING, "No attribute is mapped to the e-mail address.",
			"Map the attribute in which the IdP sends the e-mail address."),

	/** An attribute looks like a friendly name. */
	ATTRIBUTE_NAME_FRIENDLY(Severity.WARNING,
			"An attribute's name looks like a friendly name where IdPs of this kind send a URI.",
			"Look at an assertion of the IdP, and map the attribute's 'Name', not its 'FriendlyName'."),

	/** There are more certificates than the vendor takes. */
	TOO_MANY_CERTIFICATES(Severity.ERROR, "There are more certificates than the vendor takes (five at Clerk).",
			"Remove those that have expired, or that the IdP no longer signs with."),

	/** The metadata describes several IdPs. */
	METADATA_AMBIGUOUS(Severity.WARNING,
			"The metadata describes several IdPs: which one the vendor takes is not known.",
			"Pass the metadata of the one IdP on, without the others."),

	/** A URL that the vendor reads at is none, or private. */
	URL_UNREACHABLE(Severity.ERROR,
			"The vendor cannot read at a URL: it is none, or leads into a private network. "
					+ "A warning if the host has a name, such as `adfs.corp.local`.",
			"Use a URL that can be reached from the Internet, or pass the document itself on."),

	/** A URL that the vendor reads at is not https. */
	URL_NOT_HTTPS(Severity.WARNING,
			"The vendor reads at a URL that is not https: an attacker on the network path can put another IdP in its place.",
			"Use the https URL of the document, or pass the document itself on."),

	/** The IdP does not take the binding that the vendor uses. */
	SSO_BINDING_UNAVAILABLE(Severity.WARNING,
			"The IdP's metadata offers no SSO URL for the binding that the vendor uses.",
			"Set the binding that the IdP offers where the vendor has a setting for it; "
					+ "otherwise ask the IdP's administrator to switch HTTP-Redirect on."),

	/** The IdP wants signed requests, and the vendor does not sign them. */
	SIGNED_REQUESTS_WANTED(Severity.WARNING,
			"The IdP's metadata wants authentication requests to be signed, and the vendor does not sign them.",
			"Switch signed requests on where the vendor has a setting for it, and give the IdP the certificate to verify "
					+ "them with; otherwise ask the IdP's administrator to accept unsigned requests."),

	/** A field will be replaced by what the metadata says. */
	OVERRIDDEN_BY_METADATA(Severity.WARNING, "A field is set that the metadata will override.",
			"Leave the field out, or leave the metadata out."),

	/** A connection is to be active and does not know its IdP. */
	ACTIVE_WITHOUT_METADATA(Severity.ERROR,
			"The connection is to be active, and has neither metadata nor all that metadata would say.",
			"Add the metadata, or entity ID, SSO URL and certificate of the IdP, and activate the connection then."),

	/** OIDC endpoints are missing. */
	OIDC_ENDPOINTS_MISSING(Severity.ERROR,
			"An OIDC connection has neither a discovery URL nor the endpoints that it would tell.",
			"Enter the IdP's discovery URL, which ends in /.well-known/openid-configuration, or all of its endpoints."),

	/** OIDC goes without PKCE. */
	OIDC_WITHOUT_PKCE(Severity.WARNING,
			"An OIDC connection does not use PKCE: an authorization code that leaks can be redeemed. "
					+ "An error at Clerk without a client secret.",
			"Require PKCE, with the method S256, unless the IdP cannot do it."),

	/** There is no domain. */
	DOMAINS_MISSING(Severity.ERROR, "There is no domain: nobody will be sent to this IdP.",
			"Add the domains of the e-mail addresses of those who sign in here."),

	/** A domain is no fully qualified name. */
	DOMAIN_NOT_QUALIFIED(Severity.ERROR, "A domain is no fully qualified name.",
			"Write it as in an e-mail address after the @, such as acme.com, without scheme, path or wildcard."),

	/** A domain is not ASCII. */
	DOMAIN_NOT_ASCII(Severity.WARNING,
			"A domain is not ASCII, and vendors, programs and mail servers map it differently.",
			"Write it in its ASCII form, xn--…, as the DNS has it."),

	/** A domain is one at which anybody gets an address. */
	PUBLIC_MAIL_DOMAIN(Severity.WARNING, "A domain belongs to a public mail service, not to a company.",
			"Leave it out: everybody with an address there would be sent to this IdP."),

	/** A domain is one beneath which anybody gets a domain. */
	PUBLIC_SUFFIX(Severity.WARNING,
			"A domain is a public suffix, such as `co.uk`, or the domain of all tenants of a service, "
					+ "such as `onmicrosoft.com`.",
			"Enter the company's own domain, which is a level below."),

	/** Activation takes domains from other connections or organizations. */
	VERIFIED_DOMAINS_REMOVED(Severity.WARNING, "Activation will remove verified domains.",
			"Tell those who use these domains before the connection is activated.");

	private final Severity severity;

	private final String meaning;

	private final String remedy;

	FindingCode(Severity severity, String meaning, String remedy) {
		this.severity = severity;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	/**
	 * Return the code as findings have it.
	 * @return the name in lower case with underscores
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return how bad it is as a rule.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Return what it means.
	 * @return a sentence, in Markdown
	 */
	public String meaning() {
		return this.meaning;
	}

	/**
	 * Return what to do about it.
	 * @return a sentence
	 */
	public String remedy() {
		return this.remedy;
	}

	/**
	 * Report that it was found, with its usual severity.
	 * @param message what was found, in a sentence that names it
	 * @return the finding
	 */
	public Finding finding(String message) {
		return finding(this.severity, message);
	}

	/**
	 * Report that it was found, where it is better or worse than it is as a rule.
	 * @param severity how bad it is here
	 * @param message what was found, in a sentence that names it
	 * @return the finding
	 */
	public Finding finding(Severity severity, String message) {
		return new Finding(severity, code(), message, this.remedy);
	}

}
