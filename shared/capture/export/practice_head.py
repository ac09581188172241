"""Makes the practice head's two resources from the portrait: the texture and the mesh on it.

usage: python practice_head.py REFERENCE_FOLDER ASTRONAUT_PNG OUT_FOLDER

REFERENCE_FOLDER holds reference.py, the Python chain the models come with; FACEDESK_MODELS names the
folder of the models if it is not beside it. Needs numpy, opencv, scipy, torch (Python 3.11).

OUT_FOLDER/portrait.png   640 x 480, the portrait's head at twice its size
OUT_FOLDER/head.csv       v,x,y,z    468 vertices of the face mesh, 36 of the hair ring, 32 of the border,
                                     in pixels of portrait.png, z negative towards the camera
                          t,a,b,c    triangles (Delaunay in x and y), indices of vertices
"""
import os, sys
import numpy as np, cv2
from scipy.spatial import Delaunay
sys.path.insert(0, sys.argv[1])
import reference as R

LEFT, WIDTH, HEIGHT, ZOOM = 63, 320, 240, 2
# the outline of the face in the mesh, from the forehead clockwise
OVAL = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]
RING = 1.45   # hair, ears and neck: the oval blown up by this, half an eye distance further back

portrait = cv2.imread(sys.argv[2])[:HEIGHT, LEFT:LEFT + WIDTH]
portrait = cv2.resize(portrait, None, fx=ZOOM, fy=ZOOM, interpolation=cv2.INTER_LANCZOS4)
rgb = portrait[:, :, ::-1].copy()
mesh, presence = R.Mesh().from_det(rgb, R.Det()(rgb)[0], 2)
h, w = rgb.shape[:2]
ipd = np.linalg.norm(mesh[33, :2] - mesh[263, :2])
centre = mesh[OVAL, :2].mean(0)
ring = np.c_[(mesh[OVAL, :2] - centre) * RING + centre, np.full(len(OVAL), mesh[OVAL, 2].max() + .5 * ipd)]
ring[:, 0] = ring[:, 0].clip(2, w - 3)
ring[:, 1] = ring[:, 1].clip(2, h - 3)
xs = np.linspace(0, w, 9)
border = np.array([(x, y) for x in xs for y in (0, h)] + [(x, y) for y in np.linspace(0, h, 9)[1:-1] for x in (0, w)])
border = np.c_[border, np.zeros(len(border))]
vertices = np.r_[mesh, ring, border]
triangles = Delaunay(vertices[:, :2]).simplices
os.makedirs(sys.argv[3], exist_ok=True)
cv2.imwrite(os.path.join(sys.argv[3], 'portrait.png'), portrait, [cv2.IMWRITE_PNG_COMPRESSION, 9])
with open(os.path.join(sys.argv[3], 'head.csv'), 'w') as out:
    for x, y, z in vertices:
        out.write('v,%.2f,%.2f,%.2f\n' % (x, y, z))
    for a, b, c in triangles:
        out.write('t,%d,%d,%d\n' % (a, b, c))
print('presence %.3f, eye distance %.1f px, %d vertices, %d triangles, pose %s'
      % (presence, ipd, len(vertices), len(triangles), np.round(R.pose(mesh), 1)))
