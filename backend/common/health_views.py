"""/healthz: the process answers. /readyz: everything it leans on does too."""

from django.http import HttpRequest, JsonResponse

from backend.common import health, heartbeat, pdf


def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """503 while something is not well or a recurring job is late.

    What it is, is told to signed-in staff only.
    """
    failing = health.failing()
    if failing == ["database"]:
        return JsonResponse({"status": "not ready"}, status=503)
    late = heartbeat.late_jobs()
    body: dict[str, object] = {"status": "not ready" if failing or late else "ok"}
    membership = getattr(request, "membership", None)
    if membership:
        body |= {"failing": failing, "late_jobs": late}
        # Told at once; it is a fault only when it has waited for too long.
        body |= {"waiting": health.waiting(membership.clinic_id)}
        # Papers are a comfort: without them the product is ready all the same.
        body |= {"missing": list(pdf.missing())}
    return JsonResponse(body, status=503 if failing or late else 200)
