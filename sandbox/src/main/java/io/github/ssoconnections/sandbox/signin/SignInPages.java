// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.RejectedException;
import io.github.ssoconnections.sandbox.rest.Rejections;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one vendor at which a person chooses what the IdP responds with. Each
 * sign-in has an address that cannot be guessed, and is completed once. Nothing of a
 * request says where a page leads to.
 */
public final class SignInPages {

	private static final int MAX_SIGN_INS = 1000;

	private static final int TOKEN = 27;

	private final String vendor;

	private final SignInSite site;

	private final Map<String, Pending> signIns = new LinkedHashMap<>();

	/**
	 * Create pages without sign-ins.
	 * @param vendor the name of the vendor
	 * @param site where the pages are
	 */
	public SignInPages(String vendor, SignInSite site) {
		this.vendor = vendor;
		this.site = site;
	}

	/**
	 * Return the path of the pages.
	 * @return the path
	 */
	public String path() {
		return "/sign-in/" + this.vendor;
	}

	/**
	 * Forget all sign-ins.
	 */
	public void clear() {
		this.signIns.clear();
	}

	/**
	 * Make a page for a sign-in.
	 * @param signIn the sign-in
	 * @return the address of the page
	 */
	public String open(SignIn signIn) {
		if (this.signIns.size() == MAX_SIGN_INS) {
			this.signIns.remove(this.signIns.keySet().iterator().next());
		}
		String token = Ids.next("", TOKEN);
		this.signIns.put(token, new Pending(token, signIn, Ids.next("", TOKEN), null));
		return this.site.address(path() + "?token=" + token);
	}

	/**
	 * Respond to a request for a page.
	 * @param request the request
	 * @return the page
	 */
	public Reply respond(Request request) {
		if (!this.site.isOwn(request)) {
			return message(403, "Not here", "The host is not one of the sandbox.");
		}
		boolean post = request.getMethod().value().equals("POST");
		if (!post && !request.getMethod().value().equals("GET")) {
			return message(405, "Not supported", "A page is opened, or its form is submitted.");
		}
		Pending pending = this.signIns.get(token(request));
		if (pending == null) {
			return message(404, "No such sign-in", "The sandbox was reset, or the address is incomplete.");
		}
		return post ? submit(request, pending) : show(pending);
	}

	private Reply submit(Request request, Pending pending) {
		Query form = new Query(request.getBodyAsString(), SignInPages::malformed);
		if (!this.site.isOwnForm(request) || !pending.formToken().equals(form.first("form"))) {
			return message(403, "Not here", "The form does not come from the page of this sign-in.");
		}
		Outcome outcome = Outcome.find(form.first("outcome"));
		if (outcome == null) {
			return message(400, "Nothing chosen", "Open the page again, and choose what the IdP responds with.");
		}
		if (pending.result() == null) {
			String result = pending.signIn().complete(outcome);
			this.signIns.put(pending.token(), pending.completed(result));
		}
		String target = this.site.returnUrl(this.vendor, pending.signIn().connectionId());
		boolean back = target != null && pending.signIn().isStored();
		return page(303, "Done", "").with(Map.of("Location",
				back ? String.valueOf(target) : this.site.address(path() + "?token=" + pending.token())));
	}

	private Reply show(Pending pending) {
		StringBuilder body = new StringBuilder();
		pending.signIn().describe().forEach((text) -> paragraph(body, text));
		String result = pending.result();
		if (result != null) {
			paragraph(body, result);
			String target = this.site.returnUrl(this.vendor, pending.signIn().connectionId());
			if (target != null) {
				body.append("<p><a href=\"").append(Html.escape(target)).append("\">Back to the console</a></p>\n");
			}
			return page(200, "The IdP of the sandbox has responded", body.toString());
		}
		body.append("<form method=\"post\" action=\"")
			.append(Html.escape(path() + "?token=" + pending.token()))
			.append("\">\n<input type=\"hidden\" name=\"form\" value=\"")
			.append(pending.formToken())
			.append("\">\n");
		for (Outcome outcome : Outcome.values()) {
			body.append("<p><button name=\"outcome\" value=\"")
				.append(outcome.value())
				.append("\">")
				.append(Html.escape(outcome.label()))
				.append("</button></p>\n");
		}
		return page(200, "The IdP of the sandbox", body.append("</form>\n").toString());
	}

	/**
	 * Make a page that says why there is no sign-in.
	 * @param status the HTTP status
	 * @param title the title
	 * @param text what is the matter, in plain text
	 * @return the page
	 */
	public Reply message(int status, String title, String text) {
		StringBuilder body = new StringBuilder();
		paragraph(body, text);
		return page(status, title, body.toString());
	}

	private Reply page(int status, String title, String body) {
		return Html.page(status, title, body, this.site.returnOrigin());
	}

	private static void paragraph(StringBuilder body, String text) {
		body.append("<p>").append(Html.escape(text)).append("</p>\n");
	}

	private String token(Request request) {
		String[] parts = request.getUrl().split("\\?", 2);
		String token = (parts.length == 2) ? new Query(parts[1], SignInPages::malformed).first("token") : null;
		return (token != null) ? token : "";
	}

	private static RejectedException malformed(Rejections.Problem problem, List<Violation> violations) {
		return new RejectedException(
				Html.page(400, "Not readable", "<p>The address or the form cannot be read.</p>\n", null));
	}

	/**
	 * A sign-in and its page.
	 *
	 * @param token the token in the address
	 * @param signIn the sign-in
	 * @param formToken the token in the form
	 * @param result what came of it, {@code null} until it is completed
	 */
	private record Pending(String token, SignIn signIn, String formToken, @Nullable String result) {

		Pending completed(String result) {
			return new Pending(this.token, this.signIn, this.formToken, result);
		}

	}

}
